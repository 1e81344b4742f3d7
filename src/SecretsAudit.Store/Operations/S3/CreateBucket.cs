using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.S3;

/// <summary>Makes a bucket that trails can name.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html"/>
internal sealed class CreateBucket() : Operation<CreateBucket.Request, Nothing>(AwsService.S3, writes: true)
{
    private const string FirstRegion = "us-east-1";

    public override Nothing Handle(Request request, Call call)
    {
        var name = request.Bucket!;
        if (!Buckets.IsName(name))
        {
            throw new InvalidBucketNameException();
        }

        if (!call.Decide(Permission, Buckets.Arn(name), call.Account, null, []).Allowed)
        {
            throw new S3AccessDeniedException();
        }

        if ((request.LocationConstraint ?? FirstRegion) is var location && location != call.Region && call.Region != FirstRegion)
        {
            throw new IllegalLocationConstraintException(location);
        }

        if (call.State.Find(Bucket.IdOf(name)) is Bucket present)
        {
            // In the first region, making one's own bucket again answers as the first time.
            return present.Owner != call.Account ? throw new BucketAlreadyExistsException()
                : present.Location == FirstRegion && location == FirstRegion ? Nothing.Instance
                : throw new BucketAlreadyOwnedByYouException();
        }

        call.Changes.Put(new Bucket { Account = Bucket.Everyone, Region = ScopedRow.Global, Name = name, Owner = call.Account, Location = location, Created = call.Now });
        call.Touch(Buckets.ResourceType, Buckets.Arn(name));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Bucket, "bucket").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Bucket { get; init; }

        public string? LocationConstraint { get; init; }
    }
}
