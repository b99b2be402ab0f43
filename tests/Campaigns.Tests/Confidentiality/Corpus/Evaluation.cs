using System.Globalization;
using System.Text;
using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>
/// Counts what was found. A true span counts only if found spans of any kinds cover every UTF-16 code unit of it; a found span is a false one of its
/// kind if it touches no true span of any kind.
/// </summary>
internal sealed class Evaluation
{
    private readonly Dictionary<PersonalDataKind, Tally> tallies = PersonalDataCorpus.Kinds.ToDictionary(static kind => kind, static _ => new Tally());

    /// <summary>The counts of one kind.</summary>
    public sealed class Tally
    {
        public int True { get; set; }

        public int Covered { get; set; }

        public int Found { get; set; }

        public int False { get; set; }

        /// <summary>What was missed, and what was taken for a datum, by the form it has.</summary>
        public Dictionary<string, List<string>> Missed { get; } = [];

        public List<string> Wrong { get; } = [];

        public double Recall => True == 0 ? 1 : (double)Covered / True;

        public double Precision => Found == 0 ? 1 : 1 - ((double)False / Found);
    }

    public Tally this[PersonalDataKind kind] => tallies[kind];

    public void Add(LabelledText text, string form = "")
    {
        var found = PersonalData.Find(text.Text);
        var covered = new bool[text.Text.Length];
        foreach (var span in found)
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
            var tally = tallies[span.Kind];
            tally.Found++;
            if (!text.Spans.Any(known => known.Start < span.Start + span.Length && span.Start < known.End))
            {
                tally.False++;
                tally.Wrong.Add($"[{text.Text.Substring(span.Start, span.Length)}] in: {text.Text}");
            }
        }

        foreach (var span in text.Spans)
        {
            var tally = tallies[span.Kind];
            tally.True++;
            if (!covered.AsSpan(span.Start..span.End).Contains(false))
            {
                tally.Covered++;
            }
            else if (tally.Missed.TryGetValue(form, out var missed))
            {
                missed.Add($"[{text.Value(span)}] in: {text.Text}");
            }
            else
            {
                tally.Missed.Add(form, [$"[{text.Value(span)}] in: {text.Text}"]);
            }
        }
    }

    /// <summary>Every kind that is below what is asked, with some examples of each form; empty where all is well.</summary>
    public string Below(double recall, double precision, int examples = 3)
    {
        var report = new StringBuilder();
        foreach (var (kind, tally) in tallies.Where(entry => entry.Value.Recall < recall || entry.Value.Precision < precision))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"{kind}: recall {tally.Recall:0.0000} of {tally.True}, precision {tally.Precision:0.0000} of {tally.Found}");
            foreach (var (form, missed) in tally.Missed.OrderByDescending(static entry => entry.Value.Count))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"  missed, {form}: {missed.Count}").AppendJoin("", missed.Take(examples).Select(static text => $"    {Plain(text)}\n"));
            }

            report.AppendJoin("", tally.Wrong.Take(tally.Precision < precision ? 4 * examples : 0).Select(static text => $"  no datum: {Plain(text)}\n"));
        }

        return report.ToString();
    }

    private static string Plain(string text) => text.ReplaceLineEndings("↵");
}
