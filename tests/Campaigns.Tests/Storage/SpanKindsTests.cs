using System.Diagnostics;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Tests.Storage;

public class SpanKindsTests
{
    [Theory]
    [InlineData("azure", "InstrumentationKey=1", ActivityKind.Internal, ActivityKind.Internal)]
    [InlineData("azure", null, ActivityKind.Server, ActivityKind.Consumer)]
    [InlineData("local", "InstrumentationKey=1", ActivityKind.Server, ActivityKind.Consumer)]
    [InlineData("local", "", ActivityKind.Server, ActivityKind.Consumer)]
    public void A_call_and_a_message_are_inner_work_only_where_the_Functions_host_tells_Application_Insights_of_them(string host, string? connection, ActivityKind server, ActivityKind consumer)
    {
        var kinds = new SpanKinds(new ConfigurationBuilder().AddInMemoryCollection([new(SpanKinds.ConnectionSetting, connection)]).Build(), host);

        Assert.Equal((server, consumer), (kinds.Server, kinds.Consumer));
    }

    [Fact]
    public void A_build_knows_which_host_stands_behind_it() =>
        Assert.Equal(typeof(Microsoft.Azure.Functions.Worker.FunctionContext).Assembly.GetName().Name == "Campaigns.Local.Functions.Worker" ? "local" : "azure", SpanKinds.Host);
}
