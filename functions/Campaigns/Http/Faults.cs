using System.Text.Json;

namespace Campaigns.Http;

/// <summary>Gathers every fault of one request, so that a caller mends them all at once.</summary>
public sealed class Faults
{
    /// <summary>The most characters that are shown of a value.</summary>
    public const int LongestValueShown = 100;

    private readonly List<Fault> all = [];

    /// <summary>Every fault so far, in the order in which it was found.</summary>
    public IReadOnlyList<Fault> All => all;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Adds a fault; long values are cut.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent, or null where it is missing.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string field, string? value, string rule) =>
        all.Add(new Fault(field, value is { Length: > LongestValueShown } ? string.Concat(value.AsSpan(0, LongestValueShown), "…") : value, rule));

    /// <summary>Adds a fault about a JSON value: text is shown bare, everything else as JSON.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value as sent.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    public void Add(string field, JsonElement value, string rule) =>
        Add(field, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), rule);
}
