using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Rules on members that several KMS operations share.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Types.html"/>
internal static class KmsRules
{
    public static readonly string[] SigningAlgorithms =
    [
        "RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512", "RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384",
        "RSASSA_PKCS1_V1_5_SHA_512", "ECDSA_SHA_256", "ECDSA_SHA_384", "ECDSA_SHA_512", "SM2DSA", "ML_DSA_SHAKE_256", "ED25519_SHA_512", "ED25519_PH_SHA_512",
    ];

    private const int ContextLimit = 8192;

    extension(Constraints check)
    {
        /// <summary>A recipient is a Nitro enclave, which alone is to read the answer: answering in the clear instead would give away what it asks to keep.</summary>
        /// <exception cref="UnsupportedKmsOperationException">There is a recipient, whose attestation only AWS's hardware makes.</exception>
        /// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RecipientInfo.html"/>
        public Constraints NoRecipient(System.Text.Json.JsonElement? recipient) => recipient is null or { ValueKind: System.Text.Json.JsonValueKind.Null } ? check
            : throw new UnsupportedKmsOperationException("Recipient is not supported: this endpoint answers no Nitro enclave.");

        public Constraints Key(string? keyId, string member = "keyId") => check.Required(keyId, member).Length(keyId, member, 1, 2048);

        public Constraints Blob(byte[]? value, string member, int max)
        {
            check.Required(value, member);
            return check.Bytes(value, member, 1, max);
        }

        public Constraints Paging(int? limit, string? marker) => check.Range(limit, "limit", 1, 1000).Length(marker, "marker", 1, 1024);

        public Constraints Tokens(IReadOnlyList<string?>? tokens) => check.Each(tokens, "grantTokens", 0, 10, (token, place) => check.Length(token, place, 1, 8192));

        public Constraints KmsTags(IReadOnlyList<KmsTag?>? tags) => check.Each(tags, "tags", 0, 1000, (tag, place) => check
            .Required(tag.TagKey, place + ".tagKey").Length(tag.TagKey, place + ".tagKey", 1, 128)
            .Required(tag.TagValue, place + ".tagValue").Length(tag.TagValue, place + ".tagValue", 0, 256));

        public Constraints EncryptionAlgorithm(string? algorithm, string member = "encryptionAlgorithm") =>
            check.OneOf(algorithm, member, "SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE");

        public Constraints AliasName(string? name) => check
            .Required(name, "aliasName").Length(name, "aliasName", 1, 256)
            .Pattern(name, "aliasName", text => text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '_' or '-'), "^[a-zA-Z0-9:/_-]+$");
    }

    /// <summary>A context within AWS's limit.</summary>
    /// <exception cref="ValidationException">It is too large, or a value is null.</exception>
    public static IReadOnlyDictionary<string, string>? Context(IReadOnlyDictionary<string, string?>? given)
    {
        if (given is not { Count: > 0 })
        {
            return null;
        }

        var context = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var size = 0;
        foreach (var (name, value) in given)
        {
            context[name] = value ?? throw new ValidationException("An encryption context value must not be null.");
            size += name.Length + value.Length;
        }

        return size <= ContextLimit ? context.ToImmutable() : throw new ValidationException("The encryption context is too large.");
    }

    /// <exception cref="ValidationException">The prefix is missing.</exception>
    public static void RequireAliasPrefix(string name)
    {
        if (!name.StartsWith("alias/", StringComparison.Ordinal))
        {
            throw new ValidationException(
                "Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        }
    }

    /// <summary>An alias of the caller's account in the region.</summary>
    /// <exception cref="NotFoundException">There is none of this name.</exception>
    public static KmsAlias RequireAlias(Call call, string name)
    {
        var arn = Arn.Alias(call.Region, call.Account, name);
        call.Authorize(arn, call.Account, null, []);
        return call.State.Alias(call.Account, call.Region, name) ?? throw new NotFoundException($"Alias {arn} is not found.");
    }
}
