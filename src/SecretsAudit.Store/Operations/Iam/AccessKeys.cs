using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The access keys of users.</summary>
internal static class AccessKeys
{
    public const int Limit = 2;

    public static IEnumerable<AccessKey> Of(Call call, Principal user) =>
        call.Services.State.AccessKeys.Where(key => key.PrincipalArn == user.Arn).OrderBy(key => key.Created).ThenBy(key => key.AccessKeyId, StringComparer.Ordinal);

    /// <exception cref="NoSuchEntityException">The user has no such key.</exception>
    public static AccessKey Require(Call call, Principal user, string accessKeyId) =>
        call.State.AccessKey(accessKeyId) is { } key && key.PrincipalArn == user.Arn ? key
            : throw new NoSuchEntityException($"The Access Key with id {accessKeyId} cannot be found.");
}
