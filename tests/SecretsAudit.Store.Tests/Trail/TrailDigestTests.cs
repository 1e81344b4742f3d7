using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Trail;

/// <summary>Digest files, read and verified as CloudTrail documents it and not with the store's own code.</summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html</remarks>
public sealed class TrailDigestTests
{
    [Fact]
    public async Task Each_hour_s_digest_names_its_log_files_and_the_digest_before_and_is_signed()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        for (var hour = 0; hour < 3; hour++)
        {
            await store.Do(new CreateSecret.Request { Name = $"s{hour}", SecretString = "planted" });
            await store.PassAsync(TimeSpan.FromHours(1));
        }

        var digests = Digests(folder);
        Assert.Equal(3, digests.Count);
        var named = new List<string>();
        for (var i = 0; i < digests.Count; i++)
        {
            var digest = JsonNode.Parse(Unpacked(digests[i]))!;
            Assert.Equal(i == 0 ? null : (string?)JsonNode.Parse(Unpacked(digests[i - 1]))!["digestS3Object"], (string?)digest["previousDigestS3Object"]);
            Assert.Equal(i == 0 ? null : Hash(digests[i - 1]), (string?)digest["previousDigestHashValue"]);
            await RequireSignatureAsync(store, digests[i]);
            foreach (var log in digest["logFiles"]!.AsArray())
            {
                named.Add((string)log!["s3Object"]!);
                Assert.Equal(Hash(Path.Combine(folder.Path, "logs", (string)log["s3Object"]!)), (string?)log["hashValue"]);
            }
        }

        Assert.Equal(LogFiles(folder), named.Order(StringComparer.Ordinal));
        Assert.Equal(TestStore.Start.AddHours(3), (await store.Do(new GetTrailStatus.Request { Name = "audit" })).LatestDigestDeliveryTime);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-cli.html
    [Fact]
    public async Task A_changed_digest_does_not_bear_its_signature_any_more()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.PassAsync(TimeSpan.FromHours(1));
        var digest = Assert.Single(Digests(folder));
        await RequireSignatureAsync(store, digest);

        var changed = Unpacked(digest).Replace("\"awsAccountId\":\"123456789012\"", "\"awsAccountId\":\"210987654321\"", StringComparison.Ordinal);
        await using (var file = new GZipStream(File.Create(digest), CompressionLevel.Optimal))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(changed));
        }

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => RequireSignatureAsync(store, digest));
    }

    // A digest comes when logging stops, and a new chain begins when it starts again.
    [Fact]
    public async Task A_stop_ends_a_chain()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.PassAsync(TimeSpan.FromMinutes(20));
        await store.Do(new StopLogging.Request { Name = "audit" });
        await store.PassAsync(TimeSpan.FromMinutes(20));
        await store.Do(new StartLogging.Request { Name = "audit" });
        await store.PassAsync(TimeSpan.FromHours(1));

        var digests = Digests(folder).Select(file => JsonNode.Parse(Unpacked(file))!).ToList();
        Assert.Equal(2, digests.Count);
        Assert.Equal("2026-03-02T10:20:00Z", (string?)digests[0]["digestEndTime"]);
        Assert.Null((string?)digests[1]["previousDigestS3Object"]);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-enabling.html
    [Fact]
    public async Task A_trail_that_does_not_validate_its_files_has_no_digests()
    {
        using var folder = new Journal.TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.Do(new UpdateTrail.Request { Name = "audit", EnableLogFileValidation = false });
        await store.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(Digests(folder));
        Assert.NotEmpty(LogFiles(folder));
    }

    // The string to sign: end time, path, hash of the digest, signature of the one before.
    private static async Task RequireSignatureAsync(TestStore store, string file)
    {
        var text = Unpacked(file);
        var digest = JsonNode.Parse(text)!;
        var metadata = JsonNode.Parse(await File.ReadAllTextAsync(file + ".metadata.json"))!;
        Assert.Equal("SHA256withRSA", (string?)metadata["signature-algorithm"]);
        var key = Assert.Single((await store.Do(new ListPublicKeys.Request { StartTime = DateTimeOffset.Parse((string)digest["digestStartTime"]!, CultureInfo.InvariantCulture) })).PublicKeyList);
        Assert.Equal(key.Fingerprint, (string?)digest["digestPublicKeyFingerprint"]);
        using var rsa = RSA.Create();
        rsa.ImportRSAPublicKey(key.Value, out _);
        var signed = $"{digest["digestEndTime"]}\n{digest["digestS3Bucket"]}/{digest["digestS3Object"]}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\n{(string?)digest["previousDigestSignature"] ?? "null"}";
        Assert.True(rsa.VerifyData(Encoding.UTF8.GetBytes(signed), Convert.FromHexString((string)metadata["signature"]!), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static async Task<TestStore> OpenAsync(Journal.TemporaryFolder folder)
    {
        var store = await TestStore.OpenAsync(new StoreOptions { StartAt = TestStore.Start, Ticking = false, IdentifierSeed = 7, BucketDirectory = folder.Path });
        await store.Do(new CreateBucket.Request { Bucket = "logs", LocationConstraint = TestStore.Region });
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs", S3KeyPrefix = "org", EnableLogFileValidation = true });
        await store.Do(new StartLogging.Request { Name = "audit" });
        return store;
    }

    private static List<string> Digests(Journal.TemporaryFolder folder) => Files(folder, "CloudTrail-Digest");

    private static List<string> LogFiles(Journal.TemporaryFolder folder) =>
        [.. Files(folder, "CloudTrail").Select(file => Path.GetRelativePath(Path.Combine(folder.Path, "logs"), file).Replace('\\', '/'))];

    private static List<string> Files(Journal.TemporaryFolder folder, string kind)
    {
        var root = Path.Combine(folder.Path, "logs", "org", "AWSLogs", "123456789012", kind);
        return Directory.Exists(root) ? [.. Directory.EnumerateFiles(root, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    private static string Unpacked(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Unpacked(file))));
}
