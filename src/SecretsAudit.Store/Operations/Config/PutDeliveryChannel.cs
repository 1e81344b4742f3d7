using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Sets up where Config would deliver; the account needs a recorder first. Whether a bucket or topic is there is not asked: nothing is delivered.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html"/>
internal sealed class PutDeliveryChannel() : Operation<PutDeliveryChannel.Request, Nothing>(AwsService.Config, writes: true)
{
    private static readonly string[] Frequencies = ["One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"];

    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (call.Recorder() is null)
        {
            throw new NoAvailableConfigurationRecorderException("Configuration recorder is not available to put delivery channel.");
        }

        var given = request.DeliveryChannel!;
        if (string.IsNullOrEmpty(given.Name))
        {
            throw new InvalidDeliveryChannelNameException(given.Name);
        }

        CheckDestination(given);
        if (call.Channel() is { } present && present.Name != given.Name)
        {
            throw new MaxNumberOfDeliveryChannelsExceededException(given.Name);
        }

        call.Changes.Put(new DeliveryChannel
        {
            Account = call.Account,
            Region = call.Region,
            Name = given.Name,
            Bucket = given.S3BucketName!,
            KeyPrefix = given.S3KeyPrefix,
            KmsKeyArn = given.S3KmsKeyArn,
            TopicArn = given.SnsTopicArn,
            Frequency = given.ConfigSnapshotDeliveryProperties?.DeliveryFrequency,
        });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.DeliveryChannel, "deliveryChannel").Length(request.DeliveryChannel?.Name, "deliveryChannel.name", 0, 256).ThrowIfBroken();

    private static void CheckDestination(WireDeliveryChannel given)
    {
        if (string.IsNullOrEmpty(given.S3BucketName))
        {
            throw new ConfigNoSuchBucketException();
        }

        if (given.S3KeyPrefix is "")
        {
            throw new InvalidS3KeyPrefixException();
        }

        if (given.S3KmsKeyArn is "")
        {
            throw new InvalidS3KmsKeyArnException();
        }

        if (given.SnsTopicArn is "")
        {
            throw new InvalidSnsTopicArnException();
        }

        if (given.ConfigSnapshotDeliveryProperties?.DeliveryFrequency is { } frequency && !Frequencies.Contains(frequency))
        {
            throw new InvalidDeliveryFrequencyException(frequency, Frequencies);
        }
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public WireDeliveryChannel? DeliveryChannel { get; init; }
    }
}
