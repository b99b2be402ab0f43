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
    private static readonly AsyncLocal<(string Id, string TraceParent)?> Invocation = new();

    /// <summary>What a row or a message carries, so that who takes it up goes on with the same trace; null where nothing is traced.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } activity && activity.Source == Source ? id : null;

    /// <summary>Has what the calling method does from here on belong to an invocation of the host.</summary>
    /// <param name="invocation">The invocation's id, which each span bears.</param>
    /// <param name="traceParent">The host's own span of it, beneath which a span stands that has no beginning elsewhere; empty where there is none.</param>
    public static void Enter(string invocation, string traceParent) => Invocation.Value = (invocation, traceParent);

    /// <summary>Begins a span.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="kind">On which side of what.</param>
    /// <param name="parent">What a row, a message or a caller carried; null or damaged where the work has no beginning elsewhere.</param>
    public static Activity? Start(string name, ActivityKind kind, string? parent = null)
    {
        var isElsewhere = ActivityContext.TryParse(parent, null, isRemote: true, out var context)
            || (Activity.Current is null && ActivityContext.TryParse(Invocation.Value?.TraceParent, null, isRemote: true, out context));
        var span = isElsewhere ? Source.StartActivity(name, kind, context) : Source.StartActivity(name, kind);
        span?.SetTag("faas.invocation_id", Invocation.Value?.Id);
        return span;
    }

    /// <summary>Waits for the work of a span, and notes where it fails.</summary>
    /// <param name="span">The span.</param>
    /// <param name="work">The work, begun within it.</param>
    public static async Task FollowAsync(this Activity? span, Task work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work;
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            throw;
        }
    }

    /// <summary>Notes that it failed, by the kind of the fault alone: its text may quote what it was about.</summary>
    /// <param name="span">The span.</param>
    /// <param name="fault">The fault.</param>
    public static void Failed(this Activity? span, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        span.Failed(fault.GetType().Name);
    }

    /// <summary>Notes that it failed; what was noted first stays.</summary>
    /// <param name="span">The span.</param>
    /// <param name="kind">In which way: one of few words.</param>
    public static void Failed(this Activity? span, string kind)
    {
        if (span is { Status: not ActivityStatusCode.Error })
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", kind);
        }
    }
}
