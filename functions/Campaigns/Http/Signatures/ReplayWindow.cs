namespace Campaigns.Http.Signatures;

/// <summary>How far a signed message's time may be from ours: what was recorded on the way cannot be sent again later.</summary>
internal static class ReplayWindow
{
    /// <summary>Both ways, since clocks differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool Holds(DateTimeOffset signedAt, DateTimeOffset now) => (now - signedAt).Duration() <= Tolerance;
}
