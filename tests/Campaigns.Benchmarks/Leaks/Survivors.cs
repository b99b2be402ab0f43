using Campaigns.Confidentiality;
using Campaigns.Tests.Confidentiality.Corpus;
using Spectre.Console;

namespace Campaigns.Benchmarks.Leaks;

/// <summary>What the rules leave of data that are written as people ordinarily write them: the same posts that are planted in the engine, without an engine.</summary>
internal static class Survivors
{
    private const int MostShown = 50;

    /// <summary>Redacts posts of each kind and shows those in which anything of the datum is left.</summary>
    /// <param name="each">How many posts of each kind.</param>
    /// <param name="seed">The seed of the posts.</param>
    public static void Find(int each, int seed)
    {
        var found = PersonalDataCorpus.Kinds.AsParallel().AsOrdered()
            .SelectMany(kind => PersonalDataCorpus.Canonical(kind, each, seed).Select(static post => post.Text).Where(Survives).ToArray())
            .ToArray();
        foreach (var post in found.Take(MostShown))
        {
            AnsiConsole.WriteLine($"{post.Spans[0].Kind} [{post.Value(post.Spans[0])}] in {post.Text.ReplaceLineEndings("↵")}");
        }

        AnsiConsole.WriteLine($"{each * PersonalDataCorpus.Kinds.Count:N0} posts.");
        Report.Machine(seed);
        Judge.AtMost("data of which something is left", found.Length, 0);
    }

    private static bool Survives(LabelledText post)
    {
        var (left, end) = (post.Spans[0].Start, post.Spans[0].End);
        foreach (var span in PersonalData.Find(post.Text))
        {
            left = span.Start <= left ? Math.Max(left, span.End) : left;
        }

        return left < end;
    }
}
