import path from 'node:path';
import ts from 'typescript';

const GRAFANA = '@grafana/schema';
const PANEL_OPTIONS: Record<string, string> = {
  timeseries: `${GRAFANA}/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen`,
  table: `${GRAFANA}/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen`,
};

/** Grafana's enums are written in JSON as their values; a panel may leave out what has a default. */
const AS_JSON = `
  type AsJson<T> = unknown extends T ? T : T extends string ? \`\${T}\` : T extends number | boolean | null | undefined ? T
    : T extends readonly (infer E)[] ? AsJson<E>[] : { [K in keyof T]: AsJson<T[K]> };
  type Leaves<T> = { [K in keyof T]?: T[K] };`;

export interface GrafanaPanel {
  readonly type: string;
  readonly options: unknown;
  readonly [key: string]: unknown;
}

/** A dashboard as TypeScript that compiles only when Grafana's own types know each of its keys and values. */
function asTypeScript(dashboard: { readonly panels: readonly GrafanaPanel[] }): string {
  const options = dashboard.panels.map(({ type, options: given }, i) => {
    const from = PANEL_OPTIONS[type];
    if (from === undefined) throw new Error(`no types of Grafana named for a panel « ${type} »: add them to PANEL_OPTIONS`);
    return `export const options${i}: Leaves<AsJson<import('${from}').Options>> = ${JSON.stringify(given)};`;
  });
  return [AS_JSON, `export const dashboard: AsJson<import('${GRAFANA}').Dashboard> = ${JSON.stringify(dashboard)};`, ...options].join('\n');
}

/**
 * What Grafana's published types (of the dashboard, and of the options of each kind of panel) say against a dashboard.
 * @returns one message per error, none when the types know all of it.
 * @throws Error for a kind of panel whose types are not named here.
 */
export function typeErrors(dashboard: { readonly panels: readonly GrafanaPanel[] }): string[] {
  const file = path.resolve('test/grafana/dashboard-under-test.ts');
  const compilerOptions: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true, noEmit: true, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(compilerOptions);
  const [read, exists, text] = [host.getSourceFile.bind(host), host.fileExists.bind(host), asTypeScript(dashboard)];
  host.fileExists = (name) => name === file || exists(name);
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : read(name, ...rest));
  return ts.getPreEmitDiagnostics(ts.createProgram([file], compilerOptions, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
