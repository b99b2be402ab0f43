using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Results.Report;

/// <summary>The one style sheet of the page. Text on its ground has a contrast of at least 7, and nothing is told by colour alone.</summary>
internal static class ReportStyle
{
    /// <summary>The sheet; it stands in the page as it is, so it has no character that HTML escapes.</summary>
    public const string Sheet = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: #fff; color: #212b32; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
        h2 { margin: 1.75rem 0 .5rem; border-bottom: 2px solid #005eb8; padding-bottom: .2rem; font-size: 1.35rem; }
        h3 { margin: .9rem 0 .25rem; font-size: 1rem; }
        p { margin: .3rem 0; }
        ul { margin: .25rem 0; padding-left: 1.25rem; }
        li { margin: .2rem 0; overflow-wrap: anywhere; }
        a { color: #00437a; text-decoration: underline; }
        a.figure { font-weight: bold; }
        a:focus { outline: 3px solid #212b32; background: #ffeb3b; color: #212b32; }
        tr:target, li:target { outline: 3px solid #005eb8; }
        .self-reported { border-left: .4rem double #4c6272; padding-left: .75rem; }
        dl { margin: .75rem 0; }
        dl div { display: flex; gap: .75rem; margin: .2rem 0; }
        dt { flex: 0 0 9rem; font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; margin: .5rem 0; border-collapse: collapse; font-size: .9rem; }
        caption { padding: .25rem 0; text-align: left; font-weight: bold; }
        th, td { border-bottom: 1px solid #4c6272; padding: .3rem .5rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        .number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        td a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
        figure { margin: .5rem 0; }
        figcaption { font-size: .9rem; }
        svg { display: block; width: 100%; height: auto; }
        .charts { display: grid; gap: 1rem; }
        @media (max-width: 40rem) { dl div { display: block; } body { padding: .75rem; } table { font-size: .8rem; } th, td { overflow-wrap: anywhere; } }
        @page { size: A4; margin: 14mm; }
        @media print {
          html { font-size: 9pt; }
          body { max-width: none; padding: 0; line-height: 1.3; }
          h1 { font-size: 17pt; } h2 { margin-top: 9pt; font-size: 11.5pt; } h3 { margin-top: 5pt; font-size: 9pt; }
          h2, h3, caption { break-after: avoid; }
          table { margin: .2rem 0; font-size: 8pt; }
          th, td { padding: .12rem .5rem .12rem 0; }
          tr, figure, li { break-inside: avoid; }
          td a { display: inline; }
          .charts { grid-template-columns: 3fr 2fr; align-items: end; }
          .sheet { break-before: page; }
        }
        """;

    /// <summary>Its hash, by which the policy of the page lets it in.</summary>
    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)));
}
