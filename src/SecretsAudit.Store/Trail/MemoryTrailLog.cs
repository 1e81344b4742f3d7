namespace SecretsAudit.Store.Trail;

/// <summary>The trail of a store without a data folder: bounded, oldest events go first.</summary>
internal sealed class MemoryTrailLog : ITrailLog
{
    private const int Limit = 500_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Region), Partition> _partitions = [];

    public void Append(IReadOnlyList<TrailEvent> events)
    {
        lock (_gate)
        {
            foreach (var happened in events)
            {
                var key = (happened.Account, happened.Region);
                if (!_partitions.TryGetValue(key, out var partition))
                {
                    _partitions[key] = partition = new();
                }

                partition.Add(happened, Limit);
            }
        }
    }

    public IReadOnlyList<TrailEntry> Lookup(TrailQuery query)
    {
        lock (_gate)
        {
            return _partitions.TryGetValue((query.Account, query.Region), out var partition) ? partition.Lookup(query) : [];
        }
    }

    public IReadOnlyList<(string Account, string Region)> Places()
    {
        lock (_gate)
        {
            return [.. _partitions.Keys.Order()];
        }
    }

    public void Forget(DateTimeOffset before)
    {
        lock (_gate)
        {
            foreach (var partition in _partitions.Values)
            {
                partition.Forget(before);
            }
        }
    }

    // An index in memory is quick to make: the look-up does it.
    public bool IndexSome() => false;

    public void CopyTo(string directory)
    {
    }

    public void Clear()
    {
        lock (_gate)
        {
            _partitions.Clear();
        }
    }

    public void Dispose()
    {
    }

    private sealed class Partition
    {
        private readonly Dictionary<(string Attribute, string Value), List<long>> _index = [];
        private readonly List<TrailEvent> _events = [];
        private long _first;
        private long _indexedTo;

        public void Add(TrailEvent happened, int limit)
        {
            if (_events.Count >= limit)
            {
                Forget(limit / 4);
            }

            _events.Add(happened);
        }

        public List<TrailEntry> Lookup(TrailQuery query)
        {
            var found = new List<TrailEntry>();
            foreach (var number in Candidates(query))
            {
                var happened = _events[(int)(number - _first)];
                if (happened.At < query.From)
                {
                    break;
                }

                if (happened.At > query.To)
                {
                    continue;
                }

                found.Add(TrailAttributes.Entry(number, happened));
                if (found.Count == query.Limit)
                {
                    break;
                }
            }

            return found;
        }

        private IEnumerable<long> Candidates(TrailQuery query)
        {
            if (query.Attribute is null)
            {
                for (var number = Math.Min(query.Before ?? long.MaxValue, _first + _events.Count) - 1; number >= _first; number--)
                {
                    yield return number;
                }

                yield break;
            }

            Index();
            if (!_index.TryGetValue((query.Attribute, query.Value!), out var numbers))
            {
                yield break;
            }

            var end = numbers.Count;
            if (query.Before is { } before)
            {
                var at = numbers.BinarySearch(before);
                end = at < 0 ? ~at : at;
            }

            for (var i = end - 1; i >= 0 && numbers[i] >= _first; i--)
            {
                yield return numbers[i];
            }
        }

        public void Forget(DateTimeOffset before)
        {
            var kept = _events.FindIndex(happened => happened.At >= before);
            if (kept != 0 && _events.Count > 0)
            {
                Forget(kept < 0 ? _events.Count : kept);
            }
        }

        private void Index()
        {
            for (; _indexedTo < _first + _events.Count; _indexedTo++)
            {
                foreach (var entry in TrailAttributes.Of(_events[(int)(_indexedTo - _first)]))
                {
                    if (!_index.TryGetValue(entry, out var numbers))
                    {
                        _index[entry] = numbers = [];
                    }

                    numbers.Add(_indexedTo);
                }
            }
        }

        private void Forget(int count)
        {
            _events.RemoveRange(0, count);
            _first += count;
            _indexedTo = Math.Max(_indexedTo, _first);
            foreach (var (entry, numbers) in _index.ToArray())
            {
                numbers.RemoveAll(number => number < _first);
                if (numbers.Count == 0)
                {
                    _index.Remove(entry);
                }
            }
        }
    }
}
