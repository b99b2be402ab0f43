namespace Campaigns.Publishing;

/// <summary>The states of deliveries as people read them, and which changes they allow.</summary>
public static class DeliveryStates
{
    /// <summary>Every state's name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<DeliveryState>().Select(Name)];

    /// <summary>The state's name in JSON and in storage.</summary>
    /// <param name="state">The state.</param>
    public static string Name(this DeliveryState state) => state.ToString().ToLowerInvariant();

    /// <summary>Reads a state's name.</summary>
    /// <param name="name">The name.</param>
    public static DeliveryState? Parse(string? name) =>
        All.Contains(name) ? Enum.Parse<DeliveryState>(name!, ignoreCase: true) : null;

    /// <summary>Something of it is out, may be out, or is being put out: its post no longer changes.</summary>
    /// <param name="state">The state.</param>
    public static bool HasGoneOut(this DeliveryState state) =>
        state is DeliveryState.Claimed or DeliveryState.Published or DeliveryState.Unknown or DeliveryState.Manual;
}
