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
        body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; background: #fff; color: #212b32; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
        header { border-top: .5rem solid #003087; padding-top: .75rem; }
        h1 { margin: 0 0 .25rem; color: #003087; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
        h1.long { font-size: 1.3rem; }
        h2 { margin: 1.5rem 0 .4rem; border-bottom: 2px solid #003087; padding-bottom: .15rem; color: #003087; font-size: 1.25rem; line-height: 1.2; }
        h3 { margin: .75rem 0 .2rem; font-size: 1rem; }
        h2 + div h3, h2 + div div h3 { margin-top: 0; }
        p { margin: .3rem 0; overflow-wrap: anywhere; }
        ul { margin: .2rem 0; padding-left: 1.3rem; }
        li { margin: .2rem 0; overflow-wrap: anywhere; }
        a { color: #00437a; text-decoration: underline; }
        a.figure { font-weight: bold; }
        a:focus { outline: 3px solid #212b32; background: #ffeb3b; color: #212b32; }
        tr:target { outline: 3px solid #005eb8; }
        .about { color: #3b474f; }
        .self-reported { border-left: .4rem double #4c6272; padding-left: .75rem; }
        .self-reported, h2 + div ~ div { margin-top: .6rem; }
        dl { margin: .75rem 0 0; }
        dl div { margin: .3rem 0; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; margin: .4rem 0; border-collapse: collapse; font-size: .9rem; line-height: 1.35; }
        caption { padding: .25rem 0; text-align: left; color: #3b474f; }
        th, td { border-bottom: 1px solid #c3cad0; padding: .3rem .75rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        thead th { border-bottom: 2px solid #4c6272; vertical-align: bottom; overflow-wrap: normal; }
        th:last-child, td:last-child { padding-right: 0; }
        .number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        .layer { display: block; color: #3b474f; font-size: .85em; font-weight: normal; }
        td a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
        figure { margin: .25rem 0 .75rem; }
        figcaption { font-size: .9rem; }
        svg { display: block; width: 100%; max-width: 34rem; height: auto; }
        .annex { margin-top: 2.5rem; border-top: .5rem solid #c3cad0; }
        @media (min-width: 56rem), print {
          .objectives th:first-child { width: 34%; } .objectives td:nth-child(2) { white-space: nowrap; } .objectives td:last-child { width: 26%; }
          .derivations th:first-child { width: 18%; } .derivations td:nth-child(3) { width: 32%; } .derivations td:nth-child(4) { width: 20%; } .derivations td:nth-child(5) { width: 13%; }
          .happened { display: grid; grid-template-columns: 3fr 2fr; gap: 0 2rem; }
          .happened > section:only-child { grid-column: 1 / 3; }
          .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
          .beside > div { margin-top: 0; }
          .beside > div:only-child { grid-column: 1 / 3; }
          header dl { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 0 1.5rem; }
        }
        @media screen and (max-width: 40rem) {
          body { padding: .75rem; }
          table { font-size: .8rem; } th, td { padding-right: .4rem; } thead th { overflow-wrap: anywhere; }
          .objectives, .derivations { font-size: .9rem; }
          .objectives thead, .derivations thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .objectives tr, .derivations tr { display: block; border-bottom: 1px solid #4c6272; padding: .4rem 0; }
          .objectives tbody th, .objectives tbody td, .derivations tbody th, .derivations tbody td { display: block; width: auto; border: 0; padding: .1rem 0; text-align: left; overflow-wrap: anywhere; }
          td[data-of]::before { content: attr(data-of) ": "; color: #3b474f; }
        }
        @page { size: A4; margin: 11mm 13mm 13mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Arial, Helvetica, sans-serif; color: #3b474f; } }
        @media print {
          html { font-size: 8.5pt; }
          body { max-width: none; padding: 0; line-height: 1.28; }
          header { border-top-width: 3pt; padding-top: 4pt; }
          h1 { font-size: 17pt; } h1.long { font-size: 11pt; }
          h2 { margin-top: 7pt; border-bottom-width: 1pt; font-size: 11pt; }
          h3 { margin-top: 4pt; }
          h2, h3, caption { break-after: avoid; }
          p, li { margin: .12rem 0; }
          header dl { margin-top: 4pt; } dl div { margin: .1rem 0; }
          .self-reported, h2 + div ~ div { margin-top: 4pt; }
          table { margin: .1rem 0; font-size: 8pt; line-height: 1.22; }
          caption { padding: .1rem 0; }
          th, td { padding: .14rem .9rem .14rem 0; }
          tr, figure, li, dl div { break-inside: avoid; }
          td a { display: inline; }
          figure { margin: 0 0 4pt; } figcaption { font-size: 8pt; }
          .full header, .full .happened, .full main > section { font-size: 7pt; line-height: 1.17; }
          .full h1 { font-size: 11pt; } .full h2 { margin-top: 5pt; font-size: 10pt; } .full main > section table, .full h3, .full figcaption { font-size: 7pt; }
          .full .happened { grid-template-columns: 7fr 4fr; }
          .full .objectives th:first-child { width: 40%; } .full table { line-height: 1.17; }
          .annex { margin: 0; border: 0; break-before: page; }
          .annex > section:first-child h2 { margin-top: 0; }
        }
        """;

    /// <summary>Its hash, by which the policy of the page lets it in.</summary>
    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)));
}
