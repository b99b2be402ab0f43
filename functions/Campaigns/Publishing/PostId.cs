using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Campaigns.Publishing;

/// <summary>The name of a post in addresses and keys: lower-case letters, digits and hyphens.</summary>
public readonly partial record struct PostId
{
    /// <summary>What is allowed, as a sentence.</summary>
    public const string Rule = "must be 1 to 64 lower-case letters, digits and hyphens, with no hyphen at either end";

    private PostId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>Reads an id.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id, where the text keeps to <see cref="Rule"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostId id)
    {
        var allowed = text is not null && Allowed().IsMatch(text);
        id = allowed ? new PostId(text!) : default;
        return allowed;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
