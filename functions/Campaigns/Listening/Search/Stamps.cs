using System.Security.Cryptography;

namespace Campaigns.Listening.Search;

/// <summary>Random marks: of a lease, or of one write.</summary>
internal static class Stamps
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
