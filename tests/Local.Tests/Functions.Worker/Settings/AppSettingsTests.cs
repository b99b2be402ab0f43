using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Tests.Functions.Worker.Settings;

public sealed class AppSettingsTests
{
    [Fact]
    public void The_values_of_local_settings_act_as_environment_variables_which_win_themselves()
    {
        using var host = new HostSetup
        {
            LocalSettings = """{ "IsEncrypted": false, "Values": { "Publishing__Queue": "from-file", "Publishing:Schedule": "from-file", "Flag": true } }""",
            Settings = { ["PUBLISHING__SCHEDULE"] = "from-environment" },
            Arguments = ["--Extra:Word=from-command-line"],
        }.Build();
        var configuration = host.Services.GetRequiredService<IConfiguration>();

        Assert.Equal("from-file", configuration["Publishing:Queue"]);
        Assert.Equal("from-environment", configuration["Publishing:Schedule"]);
        Assert.Equal("True", configuration["Flag"]);
        Assert.Equal("from-command-line", configuration["Extra:Word"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": { } }""", "IsEncrypted")]
    [InlineData("""{ "Values": { "Section": { "Key": 1 } } }""", "Section")]
    [InlineData("""{ "Values": """, "not JSON")]
    public void Local_settings_that_cannot_be_read_stop_the_start(string json, string named)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => new HostSetup { LocalSettings = json }.Build());
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LocalHost__DrainSeconds", "soon")]
    [InlineData("LocalHost__LeaseSeconds", "1")]
    [InlineData("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "1 MB")]
    public void A_setting_of_the_host_that_cannot_be_taken_stops_the_start(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => new HostSetup { Settings = { [name] = value } }.Build());
        Assert.Contains($"\"{value}\"", refusal.Message, StringComparison.Ordinal);
    }
}
