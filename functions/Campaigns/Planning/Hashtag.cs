using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Campaigns.Planning;

/// <summary>A hashtag: as it is written, and as it compares.</summary>
public readonly record struct Hashtag
{
    /// <summary>What is allowed, as a sentence.</summary>
    public const string Rule = "must be one hashtag such as #MissingType: letters, digits and underscores with at least one letter, at most 100 characters";

    private const int Longest = 100;

    private Hashtag(string display, string folded)
    {
        Display = display;
        Folded = folded;
    }

    /// <summary>As the plan writes it, without the <c>#</c>.</summary>
    public string Display { get; }

    /// <summary>As it compares: NFKC, then folded to lower case; two writings of one hashtag have the same.</summary>
    public string Folded { get; }

    /// <summary>Reads a hashtag, with or without its <c>#</c> (or full-width <c>＃</c>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="hashtag">The hashtag, where the text is exactly one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Hashtag hashtag)
    {
        hashtag = default;
        if (text is null)
        {
            return false;
        }

        var bare = text is ['#' or '＃', ..] ? text[1..] : text;
        if (bare.Length is 0 or > Longest || !IsOne("#" + bare))
        {
            return false;
        }

        hashtag = new Hashtag(bare, Fold(bare));
        return true;
    }

    /// <summary>
    /// The form in which hashtags compare. Upper case comes first, so that both small sigmas meet; what the sharp s folds to is two letters,
    /// which no mapping of single characters gives.
    /// </summary>
    /// <param name="tag">A hashtag without its <c>#</c>.</param>
    public static string Fold(string tag) => tag.Normalize(NormalizationForm.FormKC)
        .ToUpperInvariant().ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>Writes what <see cref="Fold(string)"/> gives, without making a text of it.</summary>
    /// <param name="tag">A hashtag without its <c>#</c>.</param>
    /// <param name="folded">Where to; with room for twice what the hashtag normalizes to.</param>
    /// <returns>Its length; 0 where there is not room enough.</returns>
    internal static int Fold(ReadOnlySpan<char> tag, Span<char> folded)
    {
        Span<char> normal = stackalloc char[folded.Length / 2];
        if (!tag.TryNormalize(normal, out var length, NormalizationForm.FormKC))
        {
            return 0;
        }

        normal[..length].ToUpperInvariant(folded);
        folded[..length].ToLowerInvariant(normal);
        var written = 0;
        foreach (var character in normal[..length])
        {
            if (character == 'ß')
            {
                folded[written++] = 's';
            }

            folded[written++] = character == 'ß' ? 's' : character;
        }

        return written;
    }

    /// <summary>Whether a text is one hashtag from its first character to its last, by the rules by which mentions are read.</summary>
    private static bool IsOne(string text)
    {
        var hashtags = new HashtagScanner(text);
        return hashtags.MoveNext() && hashtags.Current == new HashtagSpan(0, text.Length);
    }

    /// <inheritdoc />
    public bool Equals(Hashtag other) => string.Equals(Folded, other.Folded, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Folded is null ? 0 : StringComparer.Ordinal.GetHashCode(Folded);

    /// <inheritdoc />
    public override string ToString() => "#" + Display;
}
