using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Finding the recorder and the delivery channel of the caller's account and region. Each can be there once.</summary>
internal static class Recorders
{
    extension(Call call)
    {
        /// <summary>The recorder; null when nobody has set one up.</summary>
        public ConfigurationRecorder? Recorder() =>
            call.Services.State.Shelf(RowKind.ConfigurationRecorder, call.Account, call.Region).Rows.FirstOrDefault() is { } row
                ? (ConfigurationRecorder?)call.State.Find(row.Id) : null;

        public DeliveryChannel? Channel() =>
            call.Services.State.Shelf(RowKind.DeliveryChannel, call.Account, call.Region).Rows.FirstOrDefault() is { } row
                ? (DeliveryChannel?)call.State.Find(row.Id) : null;

        /// <exception cref="NoSuchConfigurationRecorderException">There is none of that name.</exception>
        public ConfigurationRecorder RequireRecorder(string name) =>
            call.Recorder() is { } recorder && recorder.Name == name ? recorder : throw new NoSuchConfigurationRecorderException(name);

        /// <exception cref="NoSuchDeliveryChannelException">There is none of that name.</exception>
        public DeliveryChannel RequireChannel(string name) =>
            call.Channel() is { } channel && channel.Name == name ? channel : throw new NoSuchDeliveryChannelException(name);

        /// <summary>The recorder that the names or the ARN mean; none when there is none and none is named.</summary>
        /// <exception cref="NoSuchConfigurationRecorderException">One is named that is not there.</exception>
        public IEnumerable<ConfigurationRecorder> NamedRecorders(IReadOnlyList<string?>? names, string? arn)
        {
            var recorder = call.Recorder();
            if ((names ?? []).FirstOrDefault(name => name != recorder?.Name) is { } unknown)
            {
                throw new NoSuchConfigurationRecorderException(unknown);
            }

            return arn is not null && arn != recorder?.Arn ? throw new NoSuchConfigurationRecorderException(arn) : recorder is null ? [] : [recorder];
        }
    }
}
