using System.Collections.Immutable;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Finding KMS keys for an operation, and the keys that AWS manages for its services.</summary>
internal static class KeyAccess
{
    public const string ResourceType = "AWS::KMS::Key";

    extension(Call call)
    {
        /// <exception cref="NotFoundException">There is no such key.</exception>
        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        public KmsKey RequireKey(string keyId) => call.RequireKey(keyId, new() { Operation = call.Operation.Action });

        /// <summary>A key for an operation that names it by id or ARN and takes no alias.</summary>
        /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id"/>
        public KmsKey RequireKeyByIdentity(string keyId)
        {
            if (KeyId.Parse(keyId, call.Account, call.Region) is { IsAlias: true })
            {
                throw keyId.StartsWith("arn:", StringComparison.Ordinal)
                    ? new InvalidArnException($"Invalid arn {keyId}")
                    : new NotFoundException($"Invalid keyId '{keyId}'");
            }

            return call.RequireKey(keyId);
        }

        /// <exception cref="NotFoundException">There is no such key.</exception>
        /// <exception cref="AccessDeniedException">Neither policies nor a grant let the caller.</exception>
        public KmsKey RequireKey(string keyId, KeyUse use)
        {
            var id = KeyId.Parse(keyId, call.Account, call.Region) ?? throw new NotFoundException($"Invalid arn {ArnPart(keyId)}");
            var key = id.Region == call.Region ? id.Find(call.State) : null;
            if (key is null)
            {
                if (id.Account != call.Account && call.State.Account(id.Account) is null)
                {
                    throw new NotFoundException($"Invalid account {id.Account}");
                }

                call.Authorize(Missing(id), id.Account, null, []);
                throw NotFound(id, call.Region);
            }

            call.AuthorizeKey(key, use, id.IsAlias ? id.Resource : null);
            call.Touch(ResourceType, key.Arn);
            return key;
        }

        /// <summary>A key that can be used now, and for this.</summary>
        /// <exception cref="DisabledException">It is disabled.</exception>
        /// <exception cref="KmsInvalidStateException">It is pending deletion.</exception>
        /// <exception cref="InvalidKeyUsageException">It is for something else.</exception>
        /// <exception cref="DryRunOperationException">The caller only asked whether it would work.</exception>
        public KmsKey RequireKeyFor(string keyId, KeyUse use)
        {
            var key = call.RequireKey(keyId, use);
            key.RequireUse(use);
            return key;
        }

        /// <exception cref="AccessDeniedException">Neither policies nor a grant let the caller.</exception>
        public void AuthorizeKey(KmsKey key, KeyUse use, string? alias = null)
        {
            var verdict = call.DecideKey(key, use, alias);
            if (!verdict.Allowed)
            {
                throw call.Refusal(use.Permission ?? call.Operation.Permission, key.Arn, verdict);
            }
        }

        /// <summary>Whether policies or a grant let the caller.</summary>
        public AccessVerdict DecideKey(KmsKey key, KeyUse use, string? alias = null)
        {
            var verdict = call.Decide(use.Permission ?? call.Operation.Permission, key.Arn, key.Account, key.Policy, ConditionKeys(call, key, use, alias));
            return !verdict.Allowed && !verdict.IsExplicit && Grants.Allow(call, key, use) ? AccessVerdict.Allow : verdict;
        }

        /// <summary>A key that customers may change, named by id or ARN.</summary>
        public KmsKey RequireCustomerKey(string keyId)
        {
            var key = call.RequireKeyByIdentity(keyId);
            return key.IsAwsManaged ? throw new UnsupportedKmsOperationException($"{key.Arn} is managed by AWS, which is not valid for this operation.") : key;
        }

        /// <summary>The <c>aws/secretsmanager</c> key of an account and region; it is made on first use.</summary>
        public KmsKey DefaultKey(string account, string region) => call.ManagedKey(account, region, ManagedKeyKind.SecretsManager);

        /// <summary>A key that AWS manages for one of its services; it is made on first use.</summary>
        public KmsKey ManagedKey(string account, string region, ManagedKeyKind kind)
        {
            if (call.State.Alias(account, region, kind.Alias) is { } alias && call.State.Key(account, region, alias.TargetKeyId) is { } known)
            {
                return known;
            }

            var key = call.NewKey(account, region, KeyPolicies.AwsManaged(kind.Service, account, region)) with
            {
                IsAwsManaged = true,
                Description = kind.Description,
                RotationPeriodInDays = 365,
                RotationEnabledAt = call.Now,
            };
            call.Changes.Put(key);
            call.Changes.Put(new KmsAlias
            {
                Account = account,
                Region = region,
                AliasName = kind.Alias,
                TargetKeyId = key.KeyId,
                Created = call.Now,
            });
            return key;
        }

        public KmsKey NewKey(string account, string region, string policy)
        {
            var keyId = call.Identifiers.Uuid();
            return new()
            {
                Account = account,
                Region = region,
                KeyId = keyId,
                Created = call.Now,
                Policy = policy,
                WrappedMaterial = call.Envelope.NewKeyMaterial(Arn.Key(region, account, keyId)),
            };
        }
    }

    private static NotFoundException NotFound(KeyId id, string region) =>
        id.IsAlias ? new($"Alias {Missing(id)} is not found.")
        : id.Region != region ? new($"Invalid arn {id.Region}")
        : Guid.TryParseExact(id.Resource, "D", out _) || IsMultiRegionId(id.Resource) ? new($"Key '{Missing(id)}' does not exist")
        : new($"Invalid keyId '{id.Resource}'");

    private static bool IsMultiRegionId(string id) => id.StartsWith("mrk-", StringComparison.Ordinal) && Guid.TryParseExact(id[4..], "N", out _);

    private static string ArnPart(string text) => text.Length > 512 ? text[..512] : text;

    private static string Missing(KeyId id) => id.IsAlias ? Arn.Alias(id.Region, id.Account, id.Resource) : Arn.Key(id.Region, id.Account, id.Resource);

    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    private static ImmutableArray<KeyValuePair<string, string>> ConditionKeys(Call call, KmsKey key, KeyUse use, string? alias)
    {
        var keys = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var tag in key.Tags)
        {
            keys.Add(new($"aws:ResourceTag/{tag.Key}", tag.Value));
        }

        keys.Add(new("kms:KeySpec", key.KeySpec));
        keys.Add(new("kms:KeyUsage", key.KeyUsage));
        keys.Add(new("kms:KeyOrigin", key.Origin));
        keys.Add(new("kms:MultiRegion", key.MultiRegion ? "true" : "false"));
        if (alias is not null)
        {
            keys.Add(new("kms:RequestAlias", alias));
        }

        foreach (var (name, value) in use.Context ?? ImmutableDictionary<string, string>.Empty)
        {
            keys.Add(new($"kms:EncryptionContext:{name}", value));
            keys.Add(new("kms:EncryptionContextKeys", name));
        }

        if (call.ViaService(key) is { } via)
        {
            keys.Add(new("kms:ViaService", via));
        }

        return keys.ToImmutable();
    }
}
