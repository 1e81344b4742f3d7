using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Collectors;
using SecretsAudit.Model;
using Clients = SecretsAudit.Collectors.AwsClients;

namespace SecretsAudit.Cli.Auditing;

/// <summary>
/// Reads the present and previous values of every secret into keyed fingerprints, when a user asks for it by <c>--match-store</c>. The only code of the
/// product that asks AWS for values; none is kept, logged or written.
/// </summary>
/// <param name="connection">How AWS is reached.</param>
internal sealed class StoredValueReader(AwsConnection connection)
{
    private const int BatchSize = 20;
    private const int MostGaps = 100;
    private const string List = "secretsmanager:ListSecrets";
    private const string Get = "secretsmanager:GetSecretValue";
    private const string Current = "AWSCURRENT";
    private const string Previous = "AWSPREVIOUS";

    private readonly List<Gap> _gaps = [];

    /// <summary>Reads the values of targets.</summary>
    /// <returns>What could not be read.</returns>
    public async Task<IReadOnlyList<Gap>> ReadAsync(IReadOnlyList<AwsTarget> targets, StoredValues into, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            foreach (var region in target.Regions)
            {
                using var clients = new Clients(target, region, connection);
                await ReadAsync(clients, $"{target.Label}/{region}", into, cancellationToken).ConfigureAwait(false);
            }
        }

        return _gaps;
    }

    private async Task ReadAsync(Clients clients, string scope, StoredValues into, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var from = next;
            var page = await TryAsync(List, scope, clients, token => clients.Secrets.ListSecretsAsync(new() { MaxResults = 100, NextToken = from }, token), cancellationToken).ConfigureAwait(false);
            foreach (var batch in (page?.SecretList ?? []).Where(secret => secret.ARN is not null).Chunk(BatchSize))
                await ReadBatchAsync(clients, batch, into, cancellationToken).ConfigureAwait(false);
            next = page?.NextToken;
            if (next is not null && next == from)
                throw new UsageException($"--match-store: the list of secrets in {scope} never ends; is it an AWS endpoint?");
        }
        while (!string.IsNullOrEmpty(next));
    }

    private async Task ReadBatchAsync(Clients clients, SecretListEntry[] batch, StoredValues into, CancellationToken cancellationToken)
    {
        var names = batch.ToDictionary(secret => secret.ARN!, secret => secret.Name ?? secret.ARN!, StringComparer.Ordinal);
        BatchGetSecretValueResponse? values = null;
        try
        {
            values = await clients.Secrets.BatchGetSecretValueAsync(new() { SecretIdList = [.. names.Keys] }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException refused) when (refused.ErrorCode?.StartsWith("AccessDenied", StringComparison.Ordinal) == true)
        {
            // BatchGetSecretValue is a permission of its own, which a principal that may read single values need not have.
            foreach (var (arn, name) in names)
                await ReadOneAsync(clients, arn, name, Current, into, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure, cancellationToken))
        {
            Report(failure, "secretsmanager:BatchGetSecretValue", string.Join(", ", names.Values), clients);
        }

        foreach (var value in values?.SecretValues ?? [])
            Add(new(names.GetValueOrDefault(value.ARN ?? "") ?? value.Name ?? "", Current), value.SecretString, value.SecretBinary, into);
        foreach (var error in values?.Errors ?? [])
            Report(new AmazonServiceException(error.Message ?? "", ErrorType.Sender, error.ErrorCode ?? "", "", System.Net.HttpStatusCode.BadRequest), Get, error.SecretId ?? "", clients);
        foreach (var secret in batch.Where(secret => secret.SecretVersionsToStages?.Values.Any(stages => stages.Contains(Previous)) == true))
            await ReadOneAsync(clients, secret.ARN!, secret.Name ?? secret.ARN!, Previous, into, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadOneAsync(Clients clients, string arn, string name, string stage, StoredValues into, CancellationToken cancellationToken)
    {
        var value = await TryAsync(Get, arn, clients, token => clients.Secrets.GetSecretValueAsync(new() { SecretId = arn, VersionStage = stage }, token), cancellationToken).ConfigureAwait(false);
        if (value is not null)
            Add(new(name, stage), value.SecretString, value.SecretBinary, into);
    }

    private static void Add(StoredValue of, string? text, MemoryStream? bytes, StoredValues into)
    {
        if (text is not null)
            into.Add(of, text);
        else if (bytes is not null)
            into.Add(of, bytes.ToArray());
    }

    private async Task<T?> TryAsync<T>(string operation, string subject, Clients clients, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure, cancellationToken))
        {
            Report(failure, operation, subject, clients);
            return null;
        }
    }

    // A hundred tell what is missing; the run is incomplete with one.
    private void Report(Exception failure, string operation, string subject, Clients clients)
    {
        if (_gaps.Count < MostGaps)
            _gaps.Add(AwsFailure.GapOf(failure, operation, subject, null, clients.Where(operation)));
    }
}
