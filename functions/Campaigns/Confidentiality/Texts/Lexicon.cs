using System.Numerics;

namespace Campaigns.Confidentiality.Texts;

/// <summary>What the detectors know of words: an open table from a word's hash to its classes, read from the lists in Words.</summary>
internal static class Lexicon
{
    private const ulong NumberMask = 0xFFFF;

    // One machine word each, so that the whole table stays near the processor: most of a word's hash, and which combination of classes it has.
    private static readonly ulong[] Entries;
    private static readonly WordClasses[] Combinations;

    static Lexicon()
    {
        var words = new Dictionary<ulong, WordClasses>();
        var assembly = typeof(Lexicon).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.Contains(".Confidentiality.Words.", StringComparison.Ordinal)))
        {
            using var lines = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var under = WordClasses.None;
            while (lines.ReadLine() is { } line)
            {
                if (line.StartsWith('['))
                {
                    under = Enum.Parse<WordClasses>(line.Trim('[', ']'));
                }
                else if (!line.StartsWith('#'))
                {
                    foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        var hash = WordHash.Of(word);
                        words[hash] = words.GetValueOrDefault(hash) | under;
                    }
                }
            }
        }

        Combinations = [WordClasses.None, .. words.Values.Distinct()];
        var numbers = Combinations.Select(static (classes, number) => (classes, number)).DistinctBy(static pair => pair.classes).ToDictionary(static pair => pair.classes, static pair => pair.number);
        Entries = new ulong[BitOperations.RoundUpToPowerOf2((uint)words.Count * 2)];
        foreach (var (hash, classes) in words)
        {
            Entries[Slot(hash)] = (hash & ~NumberMask) | (uint)numbers[classes];
        }
    }

    public static WordClasses Find(ulong hash) => Combinations[(int)(Entries[Slot(hash)] & NumberMask)];

    // The slot of a word, or the free one where it would stand.
    private static int Slot(ulong hash)
    {
        var entries = Entries;
        var at = (int)hash & (entries.Length - 1);
        while (entries[at] != 0 && ((entries[at] ^ hash) & ~NumberMask) != 0)
        {
            at = (at + 1) & (entries.Length - 1);
        }

        return at;
    }
}
