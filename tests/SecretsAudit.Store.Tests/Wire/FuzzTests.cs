using System.Net;
using System.Text;
using System.Text.Json;
using SecretsAudit.Store.Operations;

namespace SecretsAudit.Store.Tests.Wire;

/// <summary>
/// Requests that no client would send, the same ones every time: broken JSON, wrong types, huge numbers, bad UTF-8, deep nesting, altered
/// signatures and headers. Each is answered by AWS's error or by success, never by a failure of the store's own, and the store goes on.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>SECRETSAUDIT_TEST_REQUESTS=1000000 for the long form, with another SECRETSAUDIT_TEST_SEED for other requests.</summary>
    private static readonly int Requests = LongRun.Count("SECRETSAUDIT_TEST_REQUESTS", 20_000);

    private static readonly int Seed = LongRun.Count("SECRETSAUDIT_TEST_SEED", 20_000);

    private static readonly string[] Members =
    [
        "SecretId", "Name", "ClientRequestToken", "SecretString", "SecretBinary", "Description", "KmsKeyId", "Tags", "TagKeys", "Filters", "MaxResults",
        "NextToken", "SecretIdList", "RotationRules", "RotationLambdaARN", "RotateImmediately", "AddReplicaRegions", "RemoveReplicaRegions",
        "VersionStages", "VersionStage", "VersionId", "MoveToVersionId", "RemoveFromVersionId", "ResourcePolicy", "BlockPublicPolicy",
        "RecoveryWindowInDays", "ForceDeleteWithoutRecovery", "PasswordLength", "ExcludeCharacters", "SortBy", "SortOrder", "IncludeDeprecated",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "0.5", "\"\"", "\"a\"", "\"b\"", "\"a/b\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"ünï\"",
        "\"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a\"", "\"arn:aws:secretsmanager:::secret:\"", "\"arn:\"", "\"11111111-1111-1111-1111-111111111111\"",
        "\"AWSCURRENT\"", "\"AWSPENDING\"", "[]", "[null]", "[\"\"]", "[\"a\"]", "[[[[[]]]]]", "{}", "[{}]", "[{\"Key\":\"k\",\"Value\":\"v\"}]", "[{\"Key\":null}]",
        "[{\"Key\":\"name\",\"Values\":[\"!a\"]}]", "[{\"Region\":\"eu-central-1\"}]", "[{\"Region\":\"x\"}]", "{\"AutomaticallyAfterDays\":1}",
        "{\"ScheduleExpression\":\"cron(0 0 L * ? *)\"}", "{\"ScheduleExpression\":\"rate(99999999999 days)\"}", "{\"Duration\":\"999h\"}", "\"AAAA\"", "\"not base64!\"",
        "\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}\"", "\"2026-01-01\"", "7",
    ];

    private static readonly string[] Actions =
        [.. OperationCatalogue.All.Where(operation => operation.Service.SigningName == "secretsmanager").Select(operation => operation.Action)];

    [Fact]
    public async Task Twenty_thousand_hostile_requests_are_answered_and_none_by_a_failure_of_the_store()
    {
        await using var store = await TestStore.OpenAsync();
        var signer = await store.SignerAsync();
        var random = new Random(Seed);
        for (var i = 0; i < Requests; i++)
        {
            // A million of them take longer than the five minutes that a signature holds.
            signer = signer with { At = TimeProvider.System.GetUtcNow() };
            var json = Json(random);
            using var request = signer.Sign("secretsmanager." + Pick(random, Actions), json);
            Alter(random, request, json);

            using var response = await store.Http.SendAsync(request);

            Assert.True((int)response.StatusCode is >= 200 and < 500, $"request {i} was answered {(int)response.StatusCode}");
            var body = await response.Content.ReadAsByteArrayAsync();
            using var answer = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
        }

        using var after = await store.Http.SendAsync(signer.Sign("secretsmanager.ListSecrets", "{}"));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static string Json(Random random)
    {
        var members = Enumerable.Range(0, random.Next(0, 7)).Select(_ => $"\"{Pick(random, Members)}\":{Pick(random, Values)}");
        var json = "{" + string.Join(',', members) + "}";
        return random.Next(12) switch
        {
            0 => json[..random.Next(json.Length)],
            1 => json.Insert(random.Next(json.Length), Pick(random, [",", "{", "]", "\"", "\\", "\u0001", "é", "//", "1e999"])),
            2 => new string('[', random.Next(1, 200)),
            3 => json.Replace('"', '\''),
            _ => json,
        };
    }

    // Some requests are changed after they were signed, as by somebody on the way.
    private static void Alter(Random random, HttpRequestMessage request, string json)
    {
        switch (random.Next(20))
        {
            case 0:
                var bytes = Encoding.UTF8.GetBytes(json + "  ");
                bytes[random.Next(bytes.Length)] = 0xFF;
                Replace(request, bytes);
                break;
            case 1:
                Header(request, "Authorization", Pick(random, ["", "Bearer x", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=a/b/c", "AWS4-HMAC-SHA256 Credential=,SignedHeaders=,Signature=", new string('A', 5000)]));
                break;
            case 2:
                Header(request, "x-amz-date", Pick(random, ["", "20260302", "99991231T235959Z", "00010101T000000Z", "not a date"]));
                break;
            case 3:
                Header(request, "x-amz-target", Pick(random, ["", "secretsmanager", "secretsmanager.", ".", "TrentService.Decrypt", "a.b.c", new string('t', 3000)]));
                break;
            case 4:
                Header(request, "x-amz-security-token", new string('x', random.Next(1, 3000)));
                break;
            case 5:
                Header(request, "x-amz-content-sha256", "UNSIGNED-PAYLOAD");
                break;
        }
    }

    private static void Replace(HttpRequestMessage request, byte[] body)
    {
        var type = request.Content!.Headers.ContentType;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = type;
    }

    private static void Header(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
