using System.Diagnostics;
using Campaigns.Storage;

namespace Campaigns.Tests.Storage;

public sealed class EngineTraceTests : IDisposable
{
    private readonly ActivityTraceId hosts = ActivityTraceId.CreateRandom();
    private readonly ActivityTraceId messages = ActivityTraceId.CreateRandom();
    private readonly ActivityListener listener;

    public EngineTraceTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == EngineTrace.Name,
            // Of others that run meanwhile nothing.
            Sample = (ref ActivityCreationOptions<ActivityContext> asked) =>
                asked.Parent.TraceId == hosts || asked.Parent.TraceId == messages ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
    }

    private string Host => $"00-{hosts}-00f067aa0ba902b7-00";

    private string Message => $"00-{messages}-b7ad6b7169203331-01";

    [Fact]
    public void Work_that_brings_no_trace_stands_beneath_the_hosts_own_span_of_the_invocation()
    {
        EngineTrace.Enter("invocation-1", Host);

        using var search = EngineTrace.Start("search blog", ActivityKind.Client);
        using var within = EngineTrace.Start("send webhook", ActivityKind.Client);

        Assert.Equal((hosts, "00f067aa0ba902b7"), (search!.TraceId, search.ParentSpanId.ToHexString()));
        Assert.Equal((hosts, search.SpanId), (within!.TraceId, within.ParentSpanId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_goes_on_with_its_own_trace_unless_that_is_damaged_and_says_in_which_invocation(bool isDamaged)
    {
        EngineTrace.Enter("invocation-2", Host);

        using var process = EngineTrace.Start("process mentions", ActivityKind.Consumer, isDamaged ? Message[..^5] : Message);

        Assert.Equal((isDamaged ? hosts : messages, "invocation-2"), (process!.TraceId, process.GetTagItem("faas.invocation_id")));
    }

    [Fact]
    public async Task What_failed_says_how_by_its_kind_and_the_first_that_was_noted_stays()
    {
        using var process = EngineTrace.Start("process texts", ActivityKind.Consumer, Message);
        using var send = EngineTrace.Start("send webhook", ActivityKind.Client);
        send.Failed("InternalServerError");

        await Assert.ThrowsAsync<InvalidOperationException>(() => process.FollowAsync(FailAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => send.FollowAsync(FailAsync()));

        Assert.Equal((ActivityStatusCode.Error, null, "InvalidOperationException"), (process!.Status, process.StatusDescription, process.GetTagItem("error.type")));
        Assert.Equal("InternalServerError", send!.GetTagItem("error.type"));
    }

    public void Dispose() => listener.Dispose();

    private static async Task FailAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("what somebody wrote");
    }
}
