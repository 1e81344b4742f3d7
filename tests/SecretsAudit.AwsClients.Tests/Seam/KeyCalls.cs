// Compiled twice by the seam test, unchanged: against the compat KMS client and against the official one.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Amazon;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

public static class KeyCalls
{
    public static async Task<List<string>> RunAsync(HttpClientFactory network)
    {
        var seen = new List<string>();
        var config = new AmazonKeyManagementServiceConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = network, RetryMode = RequestRetryMode.Standard,
        };
        using IAmazonKeyManagementService client = new AmazonKeyManagementServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "example"), config);

        var created = await client.CreateKeyAsync(new CreateKeyRequest
        {
            Description = "quotes \" and ' <html> & é 😀 \u2028 / + \t",
            KeyUsage = KeyUsageType.ENCRYPT_DECRYPT,
            MultiRegion = false,
            Tags = new List<Tag> { new Tag { TagKey = "team", TagValue = "payments" }, new Tag { TagKey = "empty", TagValue = "" } },
        });
        seen.Add($"{created.KeyMetadata.KeyId} {created.KeyMetadata.Enabled} {created.KeyMetadata.KeyState == KeyState.Enabled}");
        seen.Add($"{created.KeyMetadata.CreationDate:yyyy-MM-ddTHH:mm:ss.fff} {created.KeyMetadata.CreationDate?.Kind} {created.KeyMetadata.DeletionDate is null}");
        seen.Add($"{created.KeyMetadata.MultiRegion is null} {created.KeyMetadata.EncryptionAlgorithms?.Count} {created.KeyMetadata.MacAlgorithms is null}");

        var plaintext = new MemoryStream(new byte[] { 0xFB, 0xFF, 0xBE, 0, 1 });
        plaintext.Position = 2;
        var encrypted = await client.EncryptAsync(new EncryptRequest
        {
            KeyId = "alias/a b",
            Plaintext = plaintext,
            EncryptionContext = new Dictionary<string, string> { ["z"] = "1", ["a"] = "<2>" },
            GrantTokens = new List<string>(),
        });
        seen.Add(Convert.ToHexString(encrypted.CiphertextBlob.ToArray()) + encrypted.CiphertextBlob.Position + encrypted.EncryptionAlgorithm);

        await client.ImportKeyMaterialAsync(new ImportKeyMaterialRequest
        {
            KeyId = "k", ValidTo = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), ExpirationModel = "KEY_MATERIAL_EXPIRES",
        });

        await foreach (var key in client.Paginators.ListKeys(new ListKeysRequest { Limit = 2 }).Keys)
            seen.Add(key.KeyArn);

        try
        {
            await client.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "gone" });
        }
        catch (NotFoundException missing)
        {
            seen.Add($"{missing.ErrorCode}|{missing.Message}|{missing.StatusCode}|{missing.RequestId}|{missing.ErrorType}");
        }
        return seen;
    }
}
