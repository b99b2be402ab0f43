namespace Campaigns.Http;

/// <summary>Who may call an HTTP function. A function without it fails the composition test and is refused at the door.</summary>
/// <param name="roles">Any of these is enough; a manager may call everything.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RolesAttribute(params Role[] roles) : Attribute
{
    /// <summary>Any of these is enough.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Whether a results reader may bring the key as <c>?code=</c>: feeds, CSV, calendar and report, which are fetched by URL.</summary>
    public bool KeyInQuery { get; init; }

    /// <summary>Whether callers prove by a signature who they are instead of by a key; the function checks it, and writes the audit once it holds.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether the route says nothing of any campaign, so that a key that opens only some of them may call it.</summary>
    public bool OfNoCampaign { get; init; }

    /// <summary>Whether the route tells of many campaigns and shows each caller only those that are open to them.</summary>
    public bool ShowsOwnCampaigns { get; init; }
}
