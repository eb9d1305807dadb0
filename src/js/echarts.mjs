// The part of ECharts that the page uses, as one global: the chart binding in Rust reaches it as `window.ntmEcharts`.
// Anything a chart option names (series type, component, feature) has to be registered here.
import { init, getInstanceByDom, use, version } from 'echarts/core';
import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
]);

globalThis.ntmEcharts = Object.freeze({ init, getInstanceByDom, version });
