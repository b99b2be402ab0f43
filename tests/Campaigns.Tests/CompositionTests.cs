using System.Reflection;
using System.Text.Json;
using Campaigns.Http;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests;

public sealed class CompositionTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Functions => [.. FunctionMethods.Select(method => method.DeclaringType!.Name)];

    private static IEnumerable<MethodInfo> FunctionMethods => typeof(CampaignServices).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    [Fact]
    public async Task Every_function_class_can_be_made()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        foreach (var method in FunctionMethods)
        {
            Assert.NotNull(ActivatorUtilities.CreateInstance(engine.Services, method.DeclaringType!));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_bears_the_name_of_its_class_and_stands_alone_in_it(string name)
    {
        var method = Assert.Single(FunctionMethods, method => method.DeclaringType!.Name == name);
        Assert.Equal(name, method.GetCustomAttribute<FunctionAttribute>()!.Name);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void An_HTTP_function_declares_its_roles_is_anonymous_to_the_host_and_stands_under_api(string name)
    {
        var method = FunctionMethods.Single(method => method.DeclaringType!.Name == name);
        if (method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault() is not { } trigger)
        {
            return;
        }

        Assert.NotNull(method.GetCustomAttribute<RolesAttribute>());
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.StartsWith("api/", trigger.Route, StringComparison.Ordinal);
        Assert.NotNull(trigger.Methods);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_functions_signature_is_one_that_the_isolated_worker_accepts(string name)
    {
        var method = FunctionMethods.Single(method => method.DeclaringType!.Name == name);
        var route = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Route).OfType<string>().SingleOrDefault() ?? "";
        foreach (var parameter in method.GetParameters())
        {
            Assert.True(
                parameter.ParameterType == typeof(HttpRequest) || parameter.ParameterType == typeof(TimerInfo) || parameter.ParameterType == typeof(FunctionContext)
                || parameter.ParameterType == typeof(CancellationToken) || parameter.GetCustomAttribute<QueueTriggerAttribute>() is not null
                || (parameter.ParameterType == typeof(string) && route.Contains("{" + parameter.Name, StringComparison.Ordinal)),
                $"{name} has the parameter {parameter.Name} of type {parameter.ParameterType.Name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_binding_expression_is_a_setting_of_local_settings_json(string name)
    {
        var settings = LocalSettings.Read();
        var method = FunctionMethods.Single(method => method.DeclaringType!.Name == name);
        foreach (var parameter in method.GetParameters())
        {
            foreach (var bound in new[] { parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName, parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule }.OfType<string>())
            {
                Assert.Matches("^%[A-Za-z]+:[A-Za-z]+%$", bound);
                Assert.Contains(bound.Trim('%'), settings.Keys);
            }
        }
    }

    [Fact]
    public void The_committed_settings_hold_no_secret()
    {
        var settings = LocalSettings.Read();
        Assert.Equal("UseDevelopmentStorage=true", settings["AzureWebJobsStorage"]);
        Assert.DoesNotContain(settings, setting => setting.Key.Contains("Key", StringComparison.Ordinal) || setting.Key.Contains("Password", StringComparison.Ordinal) || setting.Key.Contains("Token", StringComparison.Ordinal));
    }

    [Fact]
    public void Host_json_is_one_that_leaves_queue_text_as_it_is()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host.json")));
        Assert.Equal("none", file.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("messageEncoding").GetString());
        Assert.Equal("", file.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }
}
