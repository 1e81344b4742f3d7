using System.Collections.Immutable;
using SecretsAudit.Store.Operations.Lambda;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Configures rotation, and starts one at once unless told otherwise.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html"/>
internal sealed class RotateSecret() : Operation<RotateSecret.Request, RotateSecret.Response>(AwsService.SecretsManager, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        // The other operations answer InvalidRequestException for the same.
        var token = request.ClientRequestToken ?? throw new InvalidParameterException(RequestRules.TokenWanted);
        var secret = call.RequirePrimary(
            request.SecretId!,
            [
                new("secretsmanager:RotateImmediately", request.RotateImmediately is false ? "false" : "true"),
                new("secretsmanager:ModifyRotationRules", request.RotationRules is null ? "false" : "true"),
                .. RequestKeys.Of("secretsmanager:RotationLambdaARN", request.RotationLambdaARN),
            ]);
        var function = request.RotationLambdaARN is { Length: > 0 } given ? given : secret.Rotation?.FunctionArn;
        if (function is null && secret.OwningService is null)
        {
            throw new InvalidRequestException("No Lambda rotation function ARN is associated with this secret.");
        }

        if (function is not null && call.Services.RotationFunctions.Find(function) is null)
        {
            throw new AccessDeniedException(
                "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.");
        }

        if (function is not null)
        {
            call.AuthorizeInvocation(function);
        }

        if (secret.Rotation?.PendingToken is { } running && running != token)
        {
            throw new InvalidRequestException("A previous rotation isn't complete. That rotation will be reattempted.");
        }

        if (secret.UnfinishedVersion is { } pending && pending.Id != token)
        {
            throw new InvalidRequestException("A previous rotation isn't complete. That rotation will be reattempted.");
        }

        var rules = request.RotationRules ?? RotationRules.Configured(secret.Rotation);
        CheckRules(rules);
        var rotation = new RotationSettings
        {
            Enabled = true,
            FunctionArn = function,
            AutomaticallyAfterDays = rules?.AutomaticallyAfterDays,
            Duration = rules?.Duration,
            ScheduleExpression = rules?.ScheduleExpression,
            PendingToken = request.RotateImmediately is not false ? token : secret.Rotation?.PendingToken,
            ExternalMetadata = request.ExternalSecretRotationMetadata?.Select(item => new Tag(item!.Key!, item.Value!)).ToImmutableArray()
                ?? secret.Rotation?.ExternalMetadata,
            ExternalRoleArn = request.ExternalSecretRotationRoleArn ?? secret.Rotation?.ExternalRoleArn,
        };
        var window = RotationSchedule.Next(rotation, call.Now);
        call.Save(secret with
        {
            Rotation = rotation with { NextAttempt = window?.Opens, NextDue = window?.Closes },
            LastChanged = call.Now,
        });
        // Without an immediate rotation the function's test step alone runs.
        call.RotationToStart = new(secret.Id, token, TestOnly: request.RotateImmediately is false);

        return new() { ARN = secret.Arn, Name = secret.Name, VersionId = request.RotateImmediately is not false ? token : null };
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Token(request.ClientRequestToken).Length(request.RotationLambdaARN, "rotationLambdaARN", 0, 2048)
        .Range(request.RotationRules?.AutomaticallyAfterDays, "rotationRules.automaticallyAfterDays", 1, 1000)
        .Length(request.RotationRules?.Duration, "rotationRules.duration", 2, 3)
        .Pattern(request.RotationRules?.Duration, "rotationRules.duration", text => text.EndsWith('h') && text.AsSpan(0, text.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0, "[0-9]+h")
        .Length(request.RotationRules?.ScheduleExpression, "rotationRules.scheduleExpression", 1, 256)
        .Each(request.ExternalSecretRotationMetadata, "externalSecretRotationMetadata", 0, 100, (item, place) => check
            .Required(item.Key, place + ".key").Length(item.Key, place + ".key", 1, 256)
            .Required(item.Value, place + ".value").Length(item.Value, place + ".value", 1, 2048))
        .Length(request.ExternalSecretRotationRoleArn, "externalSecretRotationRoleArn", 20, 2048)
        .ThrowIfBroken();

    private static void CheckRules(RotationRules? rules)
    {
        if (rules is null)
        {
            return;
        }

        if (rules is { AutomaticallyAfterDays: not null, ScheduleExpression: not null })
        {
            throw new InvalidParameterException("You can't specify both AutomaticallyAfterDays and ScheduleExpression in RotationRules.");
        }

        if (rules.ScheduleExpression is { } expression && !RotationSchedule.IsValid(expression))
        {
            throw new InvalidParameterException("The ScheduleExpression in RotationRules is not valid.");
        }
    }

    internal sealed record Request : IRequest<Response>, IIdempotent, INamesSecret
    {
        public string? SecretId { get; init; }

        public string? ClientRequestToken { get; init; }

        public string? RotationLambdaARN { get; init; }

        public RotationRules? RotationRules { get; init; }

        public IReadOnlyList<RotationMetadataItem?>? ExternalSecretRotationMetadata { get; init; }

        public string? ExternalSecretRotationRoleArn { get; init; }

        public bool? RotateImmediately { get; init; }

        public object WithToken(string token) => this with { ClientRequestToken = token };
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? VersionId { get; init; }
    }
}
