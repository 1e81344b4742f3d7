using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>A function as Lambda describes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html"/>
internal sealed record FunctionConfiguration
{
    public required string FunctionName { get; init; }

    public required string FunctionArn { get; init; }

    public string? Runtime { get; init; }

    public string? Role { get; init; }

    public string? Handler { get; init; }

    public string? Description { get; init; }

    public required string LastModified { get; init; }

    public string State { get; init; } = "Active";

    public string Version { get; init; } = "$LATEST";

    public static FunctionConfiguration Of(LambdaFunction function) => new()
    {
        FunctionName = function.Name,
        FunctionArn = function.Arn,
        Runtime = function.Runtime,
        Role = function.Role,
        Handler = function.Handler,
        Description = function.Description,
        LastModified = function.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", System.Globalization.CultureInfo.InvariantCulture),
    };
}
