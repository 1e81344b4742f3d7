using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Telemetry;
using SecretsAudit.Store.Time;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations;

/// <summary>Runs one operation for one caller: checks, reads or writes, follows up, and records it whatever the outcome.</summary>
internal sealed partial class Dispatcher(StoreServices services, Writer writer, StoreClock clock, StoreStatistics statistics, ILogger logger)
{
    /// <summary>Starts the rotation that a call asked for.</summary>
    public Func<RotationOrder, CancellationToken, Task>? OnRotation { get; set; }

    /// <summary>Whether calls leave no trace; for measuring what a trace costs.</summary>
    public bool OmitsTrail { get; init; }

    /// <exception cref="AwsException">AWS's answer to a call that cannot be done.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Answer> InvokeAsync(
        Operation operation, object request, Caller caller, string region, string requestId, CancellationToken cancellationToken)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var span = StoreMetrics.Start(operation);
        var now = clock.GetUtcNow();
        caller = caller.In(region);
        var call = new Call(services, operation, caller, region, services.State, now);
        object? response = null;
        byte[]? written = null;
        AwsException? error = null;
        try
        {
            operation.Check(request, new Constraints());
            await operation.PrepareAsync(services).ConfigureAwait(false);
            if (operation.Writes)
            {
                var submitted = writer.SubmitAsync(transaction =>
                {
                    call.Restart(transaction);
                    var answer = operation.Run(request, call);
                    ItemRecording.Note(call);
                    return answer;
                }, mayRunAhead: operation.Service == AwsService.SecretsManager, subject: (request as INamesSecret)?.SecretId);
                response = await submitted.ConfigureAwait(false);
            }
            else
            {
                response = operation.Run(request, call);
                await LastAccess.NoteAsync(call, writer).ConfigureAwait(false);
            }
        }
        catch (AwsException refused)
        {
            error = refused;
            throw;
        }
        catch (StoreUnavailableException unavailable)
        {
            error = new InternalServiceError(unavailable.Message);
            throw error;
        }
        finally
        {
            written = Record(call, request, response, error, requestId);
            var status = error?.Status ?? (response is null ? 500 : 200);
            statistics.Answered(operation, startedAt, status);
            LogCall(logger, operation.Permission, status, error?.Code, call.Account, region, Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds, requestId);
            span?.SetStatus(error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, error?.Code);
        }

        if (call.RotationToStart is { } rotation && OnRotation is { } start)
        {
            await start(rotation, cancellationToken).ConfigureAwait(false);
        }

        return new(response, written);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Operation} {Status} {ErrorCode} account {Account} region {Region} in {Milliseconds} ms, request {RequestId}")]
    private static partial void LogCall(
        ILogger logger, string operation, int status, string? errorCode, string account, string region, double milliseconds, string requestId);

    // Answers the response in JSON, when that was written for the trail and hides nothing.
    private byte[]? Record(Call call, object request, object? response, AwsException? error, string requestId)
    {
        if (OmitsTrail)
        {
            return null;
        }

        var shown = call.Operation.RecordsAnswer && response is not null ? call.Operation.StripAnswer(response) : null;
        var written = shown is null ? null : call.Operation.Write(shown);

        var happened = Event(call, request, written, error, requestId);
        SharedEvents.Record(services.Trail, happened);
        foreach (var part in call.Parts)
        {
            SharedEvents.Record(services.Trail, Event(part.Call, part.Request, null, part.Error, requestId));
        }

        foreach (var (name, secret) in error is null && response is not null ? call.Followed : [])
        {
            services.Trail.Record(SecretServiceEvent.Of(name, secret, SecretServiceEvent.IdAfter(happened.EventId, name), call.Now));
        }

        return ReferenceEquals(shown, response) ? written : null;
    }

    private TrailEvent Event(Call call, object request, byte[]? response, AwsException? error, string requestId) => new()
    {
        EventId = services.Identifiers.Uuid(),
        At = call.Now,
        Account = call.Account,
        Region = call.Region,
        Source = call.Operation.Service.EventSource,
        Name = call.Operation.Action,
        ReadOnly = !call.Operation.Writes,
        Caller = call.Caller,
        Identity = call.ShownAs!,
        RequestId = requestId,
        Operation = call.Operation,
        Parameters = call.Operation.Strip(request),
        Response = response,
        ErrorCode = error switch { null => null, AccessDeniedException => "AccessDenied", _ => error.Code },
        ErrorMessage = error is ValidationException ? null : error?.Message,
        Resources = call.Touched,
    };
}
