using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Webhooks;

/// <summary>The specification's own implementation of Standard Webhooks, which knows nothing of the engine; and a few lines of a sender, for tests that need no judge.</summary>
internal static class WebhookJudge
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Webhooks", "judge");

    /// <summary>A message's headers as the judge signs it.</summary>
    public static async Task<string[]> SignAsync(string secret, string id, DateTimeOffset at, string body) =>
        Headers(id, at, Assert.Single(await AskAsync(new { secret, id, seconds = at.ToUnixTimeSeconds(), body })));

    /// <summary>What the judge finds wrong with a message; nothing where its signature holds.</summary>
    public static async Task<string> FaultAsync(string secret, DateTimeOffset now, string body, IReadOnlyDictionary<string, string> headers) =>
        Assert.Single(await AskAsync(new { secret, seconds = now.ToUnixTimeSeconds(), body, headers }));

    /// <summary>A message's headers, without the judge.</summary>
    public static string[] Sign(string secret, string id, DateTimeOffset at, string body) => Headers(
        id, at, $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{at.ToUnixTimeSeconds()}.{body}")))}");

    private static string[] Headers(string id, DateTimeOffset at, string signature) =>
        [$"webhook-id: {id}", $"webhook-timestamp: {at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", $"webhook-signature: {signature}"];

    private static async Task<string[]> AskAsync(object task)
    {
        await NodePackages.EnsureAsync(Folder);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "judge.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new[] { task }));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await failed);
        return JsonSerializer.Deserialize<string[]>(await said)!;
    }
}
