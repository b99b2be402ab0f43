using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Reported;

/// <summary>The name of a figure that is entered by hand, in addresses and keys.</summary>
public readonly partial record struct FigureName
{
    /// <summary>What is allowed, as a sentence.</summary>
    public const string Rule = "must be 1 to 64 letters, digits and hyphens, with a letter first and no hyphen last, and not the name of a figure that the engine makes itself";

    private FigureName(string value) => Value = value;

    /// <summary>The name under which an account's follower counts are entered: growth is worked out from them.</summary>
    public static FigureName Followers { get; } = new("followers");

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name, where the text keeps to <see cref="Rule"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out FigureName name)
    {
        // Under one name stands either what was counted or what somebody says, never both.
        var allowed = text is not null && Allowed().IsMatch(text) && (text == Followers.Value || !MetricRegistry.Has(text));
        name = allowed ? new FigureName(text!) : default;
        return allowed;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Za-z]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
