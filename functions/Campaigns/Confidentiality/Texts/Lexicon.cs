using System.Numerics;

namespace Campaigns.Confidentiality.Texts;

/// <summary>What the detectors know of words: an open table from a word's hash to its classes, read from the lists in Words.</summary>
internal static class Lexicon
{
    private static readonly ulong[] Hashes;
    private static readonly WordClasses[] Classes;

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

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)words.Count * 3 + 16);
        (Hashes, Classes) = (new ulong[size], new WordClasses[size]);
        foreach (var (hash, classes) in words)
        {
            var at = Slot(hash);
            (Hashes[at], Classes[at]) = (hash, classes);
        }
    }

    public static WordClasses Find(ulong hash)
    {
        var at = Slot(hash);
        return Hashes[at] == hash ? Classes[at] : WordClasses.None;
    }

    private static int Slot(ulong hash)
    {
        var mask = Hashes.Length - 1;
        var at = (int)hash & mask;
        while (Hashes[at] != hash && Hashes[at] != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
