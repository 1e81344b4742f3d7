using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The store's edge: one request in, one answer out, whatever comes.</summary>
internal sealed partial class Edge(Authenticator authenticator, Dispatcher dispatcher, Identifiers identifiers, int maxBodyBytes, ILogger logger)
{
    /// <summary>Answers a request. What a call that waits is kept in is used again, as it is everywhere on its way: the answer is awaited once.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireResponse> HandleAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var requestId = identifiers.Uuid();
        var target = request.Header("x-amz-target");
        var isQuery = target is null && request.Header("content-type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;
        var isS3 = target is null && !isQuery && S3Routes.Matches(request);
        try
        {
            if (request.Body.Length > maxBodyBytes)
            {
                throw new RequestEntityTooLargeException();
            }

            if (target is null && !isQuery && (isS3 ? S3Routes.Find(request) : RestRoutes.Find(request)) is { } route)
            {
                return await HandleRestAsync(request, route, requestId, cancellationToken).ConfigureAwait(false);
            }

            return isQuery
                ? await HandleQueryAsync(request, requestId, cancellationToken).ConfigureAwait(false)
                : await HandleJsonAsync(request, target, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            return isQuery ? ErrorBody.Xml(error, requestId) : isS3 ? S3Routes.Error(error, requestId) : ErrorBody.Json(error, requestId);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // the edge: no failure of ours may reach a client as anything but AWS's 500
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(logger, target, requestId, failure);
            return isQuery ? ErrorBody.Xml(new InternalFailure(), requestId) : ErrorBody.Json(new InternalFailure(), requestId);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<WireResponse> HandleJsonAsync(WireRequest request, string? target, string requestId, CancellationToken cancellationToken)
    {
        if (request.Method != "POST" || target is null || OperationCatalogue.Find(target) is not { } operation)
        {
            throw new UnknownOperationException();
        }

        var (caller, header) = Authenticate(request, operation.Service);
        var body = operation.Read(request.Body.Length == 0 ? "{}"u8 : request.Body.Span);
        var answer = await dispatcher.InvokeAsync(operation, body, caller, header.Region, requestId, cancellationToken).ConfigureAwait(false);
        return new(200, ErrorBody.JsonType, answer.Response is Nothing ? operation.Service.WithoutOutput : BodyOf(operation, answer), requestId);
    }

    private async Task<WireResponse> HandleRestAsync(
        WireRequest request, (Operation Operation, byte[] Request, int Status) route, string requestId, CancellationToken cancellationToken)
    {
        var (caller, header) = Authenticate(request, route.Operation.Service);
        var answer = await dispatcher.InvokeAsync(
            route.Operation, route.Operation.Read(route.Request), caller, header.Region, requestId, cancellationToken).ConfigureAwait(false);
        return new(route.Status, "application/json", answer.Response is Nothing ? [] : BodyOf(route.Operation, answer), requestId);
    }

    private async Task<WireResponse> HandleQueryAsync(WireRequest request, string requestId, CancellationToken cancellationToken)
    {
        var form = FormBody.Parse(request.Body.Span);
        if (request.Method != "POST" || form.GetValueOrDefault("Action") is not { } action || OperationCatalogue.FindQuery(action) is not { } operation)
        {
            throw new UnknownOperationException();
        }

        var (caller, region) = operation.IsUnsigned ? Unsigned(request, operation, form.GetValueOrDefault("RoleArn")) : Signed(request, operation.Service);
        var partition = Arn.Partition(region);
        var body = operation.Read(PartitionNames.ToKept(QueryForm.ToJson(form, operation.IsList), partition));
        var answer = await dispatcher.InvokeAsync(operation, body, caller, region, requestId, cancellationToken).ConfigureAwait(false);
        return new(200, ErrorBody.XmlType, QueryXml.Answer(operation, PartitionNames.FromKept(BodyOf(operation, answer), partition), requestId), requestId);
    }

    private static byte[] BodyOf(Operation operation, Answer answer) => answer.Response is Nothing ? "{}"u8.ToArray() : answer.Written ?? operation.Write(answer.Response);

    // Without a signature nothing names a region but the role's partition, whose global endpoint lies in one.
    private (Caller Caller, string Region) Unsigned(WireRequest request, Operation operation, string? roleArn) =>
        (authenticator.Unsigned(request, operation.Permission, roleArn), Arn.GlobalRegion(roleArn?.Split(':') is [_, var partition, ..] ? partition : "aws"));

    private (Caller Caller, string Region) Signed(WireRequest request, AwsService service)
    {
        var (caller, header) = Authenticate(request, service);
        return (caller, header.Region);
    }

    private (Caller Caller, SignatureHeader Header) Authenticate(WireRequest request, AwsService service)
    {
        var (caller, header) = authenticator.Authenticate(request);
        if (header.Service != service.SigningName)
        {
            throw new InvalidSignatureException($"Credential should be scoped to correct service: '{service.SigningName}'.");
        }

        return Operations.SecretsManager.RequestRules.IsRegion(header.Region) ? (caller, header)
            : throw new InvalidSignatureException("Credential should be scoped to a valid region.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call {Target} ({RequestId}) failed for a reason that is the store's own.")]
    private static partial void LogFailure(ILogger logger, string? target, string requestId, Exception failure);
}
