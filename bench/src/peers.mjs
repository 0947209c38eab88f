// The list of engines. 'convert' names the converter of convert.mjs whose output the page gets as its workload.
// 'wasm' is copied beside the bundle, 'worker' is a second bundle; both count as shipped. Wasm is preloaded by the page's head.
export const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const STYLE = ['1-tokens', '2-base', '3-layout', '4-parts', '5-fields', '6-states'].map((name) => `../src/ui/style/${name}.css`);
export const FORM_PEERS = {
  yuntian: { title: 'this engine (yuntian)', entry: 'engine/forms.js', convert: 'toYuntian', packages: [], wasm: ['dist/engine/forms_bg.wasm'], css: STYLE },
  plain: { title: 'no library (floor)', entry: 'src/forms/plain.js', convert: 'toSchema', packages: [] },
  'plain-cv': { title: 'no library, content-visibility', entry: 'src/forms/plain-cv.js', convert: 'toSchema', packages: [] },
  rjsf: { title: '@rjsf/core', entry: 'src/forms/rjsf.jsx', convert: 'toRjsf', packages: ['@rjsf/core', '@rjsf/validator-ajv8', 'react'] },
  jsonforms: { title: '@jsonforms/react + vanilla', entry: 'src/forms/jsonforms.jsx', convert: 'toJsonForms', packages: ['@jsonforms/core', '@jsonforms/vanilla-renderers', 'react'] },
  survey: { title: 'survey-core + survey-react-ui', entry: 'src/forms/survey.jsx', convert: 'toSurvey', packages: ['survey-core', 'survey-react-ui', 'react'], css: ['node_modules/survey-core/survey-core.fontless.min.css'] },
  'survey-lazy': { title: 'survey-react-ui, lazyRender', entry: 'src/forms/survey-lazy.jsx', convert: 'toSurvey', packages: ['survey-core', 'survey-react-ui', 'react'], css: ['node_modules/survey-core/survey-core.fontless.min.css'], lazy: true },
  formio: { title: '@formio/js', entry: 'src/forms/formio.js', convert: 'toFormio', packages: ['@formio/js'], css: ['node_modules/bootstrap/dist/css/bootstrap.min.css', 'node_modules/@formio/js/dist/formio.form.min.css'] },
};
// Templates filled as .docx (no layout, no font): a small form with one repeating row.
export const DOCX_PEERS = {
  docxtemplater: { title: 'docxtemplater + pizzip', entry: 'src/docx/docxtemplater.js', packages: ['docxtemplater', 'pizzip'] },
  'docx-templates': { title: 'docx-templates', entry: 'src/docx/docx-templates.js', packages: ['docx-templates'] },
};
export const PDF_PEERS = {
  'yuntian-pdf': { title: 'this engine (yuntian)', entry: 'engine/press.js', worker: 'engine/press.worker.js', packages: [], wasm: ['dist/engine/press_bg.wasm'] },
  'pdf-lib': { title: 'pdf-lib + fontkit', entry: 'src/pdf/pdf-lib.js', packages: ['pdf-lib', '@pdf-lib/fontkit'] },
  'pdf-lib-cached': { title: 'pdf-lib, font parsed once', entry: 'src/pdf/pdf-lib-cached.js', packages: ['pdf-lib', '@pdf-lib/fontkit'] },
  pdfmake: { title: 'pdfmake', entry: 'src/pdf/pdfmake.js', packages: ['pdfmake'] },
  jspdf: { title: 'jspdf + autotable', entry: 'src/pdf/jspdf.js', packages: ['jspdf', 'jspdf-autotable'], esbuild: { external: ['html2canvas', 'dompurify', 'canvg'] } },
  'react-pdf': { title: '@react-pdf/renderer', entry: 'src/pdf/react-pdf.jsx', packages: ['@react-pdf/renderer', 'react'] },
  typst: { title: 'typst.ts', entry: 'src/pdf/typst.js', packages: ['@myriaddreamin/typst.ts', '@myriaddreamin/typst-ts-web-compiler'], wasm: ['node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'], esbuild: { external: ['@myriaddreamin/typst-ts-renderer'] } },
};
