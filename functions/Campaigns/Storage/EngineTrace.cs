using System.Diagnostics;

namespace Campaigns.Storage;

/// <summary>
/// Where a piece of work belongs: spans of the engine's own, from HTTP through tables and queues to the call to a platform. They bear ids, counts and
/// states; never a text, a name or a secret. Nothing is made where nobody listens.
/// </summary>
public static class EngineTrace
{
    /// <summary>The source's name.</summary>
    public const string Name = "Campaigns";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>What a row or a message carries, so that who takes it up goes on with the same trace; null where nothing is traced.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } activity && activity.Source == Source ? id : null;

    /// <summary>Begins a span.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="kind">On which side of what.</param>
    /// <param name="parent">What a row, a message or a caller carried; null or damaged where the work has no beginning elsewhere.</param>
    public static Activity? Start(string name, ActivityKind kind, string? parent = null) =>
        ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? Source.StartActivity(name, kind, context) : Source.StartActivity(name, kind);

    /// <summary>Notes that it failed, by the kind of the fault alone: its text may quote what it was about.</summary>
    /// <param name="activity">The span.</param>
    /// <param name="fault">The fault.</param>
    public static void Failed(this Activity? activity, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        activity?.SetStatus(ActivityStatusCode.Error);
        activity?.SetTag("error.type", fault.GetType().Name);
    }
}
