using System.Collections.Frozen;
using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>Finds a channel's name by characters, so that a line's channel costs no string.</summary>
internal static class ChannelNames
{
    private static readonly FrozenDictionary<string, string> All = Channel.All.ToFrozenDictionary(name => name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The one instance of a channel's name, or null where there is no such channel.</summary>
    public static string? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var found) ? found : null;
}
