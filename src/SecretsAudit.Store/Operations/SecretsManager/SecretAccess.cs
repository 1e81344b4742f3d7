using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Finding a secret for an operation: authorisation comes before existence, so a stranger cannot probe for names.</summary>
internal static class SecretAccess
{
    public const string ResourceType = "AWS::SecretsManager::Secret";

    extension(Call call)
    {
        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        /// <exception cref="ResourceNotFoundException">There is no such secret.</exception>
        public Secret Require(string secretId, params ReadOnlySpan<KeyValuePair<string, string>> conditionKeys)
        {
            var id = SecretId.Parse(secretId, call.Account, call.Region) ?? throw ResourceNotFoundException.Secret();
            var secret = id.Region == call.Region ? id.Find(call.State) : null;
            var arn = secret?.Arn ?? (id.IsArn ? secretId : Arn.Secret(call.Region, call.Account, secretId + "-??????"));
            var account = secret?.Account ?? id.Account;
            if (!call.Caller.IsUnlimited(account, secret?.Policy))
            {
                call.Authorize(arn, account, secret?.Policy, Keys(secret, conditionKeys), named: secretId);
            }

            if (secret is null)
            {
                throw ResourceNotFoundException.Secret();
            }

            call.Touch(ResourceType, secret.Arn);
            return secret;
        }

        /// <summary>A secret that is not in its recovery window.</summary>
        /// <exception cref="InvalidRequestException">It is.</exception>
        public Secret RequireActive(string secretId, params ReadOnlySpan<KeyValuePair<string, string>> conditionKeys)
        {
            var secret = call.Require(secretId, conditionKeys);
            return secret.IsPendingDeletion ? throw InvalidRequestException.MarkedForDeletion() : secret;
        }

        /// <summary>An active secret that is no replica.</summary>
        /// <exception cref="InvalidRequestException">It is marked for deletion.</exception>
        /// <exception cref="InvalidParameterException">It is a replica.</exception>
        public Secret RequirePrimary(string secretId, params ReadOnlySpan<KeyValuePair<string, string>> conditionKeys)
        {
            var secret = call.RequireActive(secretId, conditionKeys);
            return secret.IsReplica ? throw InvalidParameterException.Replica() : secret;
        }

        /// <summary>Stores a secret with other tags, unless the caller would lose the permission that it has just used.</summary>
        /// <exception cref="AccessDeniedException">It would: policies allow by tags.</exception>
        /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html"/>
        public void SaveTags(Secret secret, string secretId, params ReadOnlySpan<KeyValuePair<string, string>> conditionKeys)
        {
            call.Authorize(secret.Arn, secret.Account, secret.Policy, Keys(secret, conditionKeys), named: secretId);
            call.Save(secret with { LastChanged = call.Now });
        }

        /// <summary>Stores a secret, and brings its replicas in step.</summary>
        public void Save(Secret secret)
        {
            call.Changes.Put(secret);
            Replication.Synchronize(call, secret);
        }
    }

    /// <summary>The condition keys that a secret brings along, and further ones.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Keys(Secret? secret, ReadOnlySpan<KeyValuePair<string, string>> extra)
    {
        var keys = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        keys.AddRange(extra);
        if (secret is not null)
        {
            keys.Add(new("secretsmanager:SecretId", secret.Arn));
            foreach (var pair in TagKeys(secret.Tags))
            {
                keys.Add(pair);
            }

            if (secret.Rotation?.FunctionArn is { } function)
            {
                keys.Add(new("secretsmanager:resource/AllowRotationLambdaArn", function));
            }

            if (secret.PrimaryRegion is { } primary)
            {
                keys.Add(new("secretsmanager:SecretPrimaryRegion", primary));
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>The condition keys of a secret's tags.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TagKeys(IEnumerable<Tag> tags) => tags.SelectMany(static tag => (KeyValuePair<string, string>[])
        [new($"aws:ResourceTag/{tag.Key}", tag.Value), new($"secretsmanager:ResourceTag/{tag.Key}", tag.Value)]);
}
