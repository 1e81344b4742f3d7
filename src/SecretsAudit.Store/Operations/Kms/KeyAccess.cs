using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Finding KMS keys for an operation, and the key that AWS manages for Secrets Manager.</summary>
internal static class KeyAccess
{
    public const string ResourceType = "AWS::KMS::Key";

    extension(Call call)
    {
        /// <exception cref="NotFoundException">There is no such key.</exception>
        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        public KmsKey RequireKey(string keyId)
        {
            var id = KeyId.Parse(keyId, call.Account, call.Region)
                ?? throw new InvalidArnException($"{keyId} is not a valid ARN of a key or an alias.");
            var key = id.Region == call.Region ? id.Find(call.State) : null;
            if (key is null)
            {
                call.Authorize(Missing(id), id.Account, null, []);
                throw new NotFoundException(id.IsAlias ? $"Alias {Arn.Alias(id.Region, id.Account, id.Resource)} is not found."
                    : Guid.TryParse(id.Resource, out _) ? $"Key '{Missing(id)}' does not exist"
                    : $"Invalid keyId '{id.Resource}'");
            }

            call.Authorize(key.Arn, key.Account, key.Policy, Tags(key));
            call.Touch(ResourceType, key.Arn);
            return key;
        }

        /// <summary>A key that customers may change.</summary>
        public KmsKey RequireCustomerKey(string keyId)
        {
            var key = call.RequireKey(keyId);
            return key.IsAwsManaged ? throw new UnsupportedKmsOperationException($"{key.Arn} is managed by AWS, which is not valid for this operation.") : key;
        }

        /// <summary>The <c>aws/secretsmanager</c> key of an account and region; it is made on first use.</summary>
        public KmsKey DefaultKey(string account, string region)
        {
            if (call.State.Alias(account, region, KeyId.SecretsManagerAlias) is { } alias && call.State.Key(account, region, alias.TargetKeyId) is { } known)
            {
                return known;
            }

            var key = call.NewKey(account, region, KeyPolicies.AwsManagedForSecretsManager(account, region)) with
            {
                IsAwsManaged = true,
                Description = "Default key that protects my Secrets Manager data when no other key is defined",
                RotationPeriodInDays = 365,
                RotationEnabledAt = call.Now,
            };
            call.Changes.Put(key);
            call.Changes.Put(new KmsAlias
            {
                Account = account,
                Region = region,
                AliasName = KeyId.SecretsManagerAlias,
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

    private static string Missing(KeyId id) => id.IsAlias ? Arn.Alias(id.Region, id.Account, id.Resource) : Arn.Key(id.Region, id.Account, id.Resource);

    private static ImmutableArray<KeyValuePair<string, string>> Tags(KmsKey key) =>
        [.. key.Tags.Select(tag => new KeyValuePair<string, string>($"aws:ResourceTag/{tag.Key}", tag.Value))];
}
