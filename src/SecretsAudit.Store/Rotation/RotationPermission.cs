using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation;

/// <summary>Whether a function's resource policy lets Secrets Manager invoke it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html"/>
internal static class RotationPermission
{
    public const string Service = "secretsmanager.amazonaws.com";

    public static bool Allows(IStateView state, string functionArn) =>
        LambdaFunction.IdOf(functionArn, "", "") is { } id && state.Find(id) is LambdaFunction function
        && function.Permissions.Any(permission => permission.Principal == Service && permission.Action is "lambda:InvokeFunction" or "lambda:*"
            && (permission.SourceAccount is null || permission.SourceAccount == function.Account));
}
