using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations;

/// <summary>One AWS operation; the class is named exactly as the action.</summary>
internal abstract class Operation
{
    protected Operation(AwsService service, bool writes)
    {
        Service = service;
        Writes = writes;
        Action = GetType().Name;
        Permission = $"{service.SigningName}:{Action}";
    }

    public AwsService Service { get; }

    /// <summary>Whether it changes state, and so runs on the writer.</summary>
    public bool Writes { get; }

    public string Action { get; }

    /// <summary>The IAM action that allows it.</summary>
    public string Permission { get; }

    /// <summary>Whether it is called without a signature, because what the request carries is the caller's proof.</summary>
    public virtual bool IsUnsigned => false;

    /// <summary>Whether the trail shows the answer: CloudTrail does of what changes something, and of the sessions that STS begins.</summary>
    public bool RecordsAnswer => Writes || BeginsSession;

    /// <summary>Whether the answer holds temporary credentials.</summary>
    protected virtual bool BeginsSession => false;

    public abstract Type RequestType { get; }

    /// <summary>Whether the answer is more than that the call went through.</summary>
    public abstract bool HasResult { get; }

    /// <summary>Whether a member of the request is a list.</summary>
    public abstract bool IsList(string member);

    /// <summary>What must be awaited before the operation runs.</summary>
    public virtual Task PrepareAsync(StoreServices services) => Task.CompletedTask;

    public abstract object Read(ReadOnlySpan<byte> body);

    public abstract byte[] Write(object response);

    /// <summary>Checks the members against the service model.</summary>
    public abstract void Check(object request, Constraints constraints);

    public abstract object Run(object request, Call call);

    /// <summary>The request as the trail may show it: without values.</summary>
    public abstract byte[] Describe(object request);

    /// <summary>The request without values, to be described later.</summary>
    public abstract object Strip(object request);

    /// <summary>The answer as the trail may show it, without values; the answer itself when it holds none.</summary>
    public abstract object StripAnswer(object response);
}

/// <summary>One AWS operation with its request and response.</summary>
internal abstract class Operation<TRequest, TResponse>(AwsService service, bool writes) : Operation(service, writes)
    where TRequest : class, IRequest<TResponse>
    where TResponse : class
{
    private JsonTypeInfo<TRequest>? _requestShape;
    private JsonTypeInfo<TResponse>? _responseShape;

    public sealed override Type RequestType => typeof(TRequest);

    private JsonTypeInfo<TRequest> RequestShape => _requestShape ??= (JsonTypeInfo<TRequest>)Service.Json.GetTypeInfo(typeof(TRequest))!;

    private JsonTypeInfo<TResponse> ResponseShape => _responseShape ??= (JsonTypeInfo<TResponse>)Service.Json.GetTypeInfo(typeof(TResponse))!;

    public sealed override bool HasResult => typeof(TResponse) != typeof(Nothing);

    public sealed override bool IsList(string member) => RequestShape.Properties.Any(property =>
        property.Name == member && property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    public sealed override object Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RequestShape) ?? throw new SerializationException("The request is null.");
        }
        catch (JsonException malformed)
        {
            // The exception's own text may quote the body, which may hold a value.
            throw new SerializationException($"The request body is not valid at {(malformed.Path is { Length: < 200 } path ? path : "$")}.");
        }
    }

    public sealed override byte[] Write(object response) => JsonSerializer.SerializeToUtf8Bytes((TResponse)response, ResponseShape);

    public sealed override void Check(object request, Constraints constraints) => Check((TRequest)request, constraints);

    public sealed override object Run(object request, Call call) => Handle((TRequest)request, call);

    public sealed override byte[] Describe(object request) =>
        JsonSerializer.SerializeToUtf8Bytes(WithoutValues((TRequest)request), RequestShape);

    public sealed override object Strip(object request) => WithoutValues((TRequest)request);

    public sealed override object StripAnswer(object response) => WithoutValues((TResponse)response);

    public abstract TResponse Handle(TRequest request, Call call);

    protected abstract void Check(TRequest request, Constraints check);

    /// <summary>The request without anything that CloudTrail hides.</summary>
    protected virtual TRequest WithoutValues(TRequest request) => request;

    /// <summary>The answer without anything that CloudTrail hides.</summary>
    protected virtual TResponse WithoutValues(TResponse response) => response;
}
