using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>Lists of AWS CloudTrail, page after page.</summary>
public interface ICloudTrailPaginatorFactory
{
    /// <summary>The pages of <c>LookupEvents</c>.</summary>
    ILookupEventsPaginator LookupEvents(LookupEventsRequest request);
}

/// <summary>The pages of <c>LookupEvents</c>.</summary>
public interface ILookupEventsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<LookupEventsResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<Event> Events { get; }
}
