// The list of parts in CycloneDX's form (specification 1.6): what the page is made of, by package address and licence.
import { packagesInside } from './packages.mjs';

/** The list for a version of the page. */
export function partsList(version) {
  const address = ({ kind, name, version }) => `pkg:${kind}/${encodeURIComponent(name).replace('%2F', '/')}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'ntm-planner', name: 'ntm-planner', version, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: packagesInside().map((part) => ({
      type: 'library',
      'bom-ref': address(part),
      name: part.name,
      version: part.version,
      purl: address(part),
      // Crates of old write "MIT/Apache-2.0".
      licenses: [{ expression: part.licence.replaceAll('/', ' OR ') }],
    })),
  };
}
