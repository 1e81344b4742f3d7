using System.Runtime.CompilerServices;
using SecretsAudit.Detection.Formats;

namespace SecretsAudit.Analyzers.Lexing;

internal ref partial struct SourceLexer
{
    private const int LongestTypeArguments = 200;

    [MethodImpl(HotCode.AtOnce)]
    private void ReadName()
    {
        var start = _at;
        var hash = NameHash.Seed;
        do
        {
            hash = NameHash.Add(hash, _text[_at]);
            _at++;
        }
        while (_at < _text.Length && IsNamePart(_text[_at]));

        Measure(_at - start);
        _repeats = hash == _lastWord ? _repeats + 1 : 0;
        _lastWord = hash;
        DeepestNesting = Math.Max(DeepestNesting, _repeats);
        var name = _text.Slice(start, _at - start);
        var traits = NameMemory.TraitsOf(name, hash);
        if ((traits & NameTraits.Keyword) != NameTraits.None)
        {
            Note(name[0], name: 0, isType: false);
            return;
        }

        if ((traits & NameTraits.Near) != NameTraits.None)
            _names.Add(start);
        var folded = NameHash.Fold(hash);
        AnchorName(start, name.Length, folded, traits);
        Note(name[0], folded, isType: true, traits);
    }

    [MethodImpl(HotCode.AtOnce)]
    private readonly void AnchorName(int start, int length, int name, NameTraits traits)
    {
        var next = SkipBlanks(start + length);
        var unit = At(next);
        if ((traits & NameTraits.SecretsApi) != NameTraits.None)
            _anchors.Add(new(start, length, AnchorKind.SecretsApi, name));

        if (unit is '(' || (unit is '<' && At(SkipTypeArguments(next)) is '('))
        {
            _anchors.Add(new(start, length, (traits & NameTraits.Sink) != NameTraits.None ? AnchorKind.SinkCall : AnchorKind.Call, name));
            return;
        }

        if (IsAssignment(next))
        {
            _anchors.Add(new(start, length, AnchorKind.Assignment, name));
            if ((traits & (NameTraits.Credential | NameTraits.KeyProperty)) != NameTraits.None && !IsLiteral(SkipBlanks(SkipOperator(next))))
                _anchors.Add(new(start, length, AnchorKind.NamedFlow, name));
        }

        if ((traits & NameTraits.Credential) == NameTraits.None)
            return;

        if (unit is ':' && At(next + 1) is not ':' && !IsLiteral(SkipBlanks(next + 1)))
            _anchors.Add(new(start, length, AnchorKind.NamedFlow, name));
        else if (_previousIsType && unit is ',' or ')' or '=')
            _anchors.Add(new(start, length, AnchorKind.NamedDeclaration, name));
    }

    private readonly bool IsAssignment(int at) => At(at) switch
    {
        '=' => At(at + 1) is not ('=' or '>'),
        '+' => At(at + 1) is '=',
        '?' => At(at + 1) is '?' && At(at + 2) is '=',
        _ => false,
    };

    private readonly int SkipOperator(int at)
    {
        while (At(at) is '=' or '+' or '?')
            at++;
        return at;
    }

    private readonly bool IsLiteral(int at) => At(at) switch
    {
        '"' or '$' or '\'' or (>= '0' and <= '9') or '\0' => true,
        '@' => At(at + 1) is '"' or '$',
        _ => false,
    };

    private readonly int SkipBlanks(int at)
    {
        while (at < _text.Length && _text[at] <= ' ')
            at++;
        return at;
    }

    private readonly int SkipTypeArguments(int at)
    {
        var depth = 0;
        var end = Math.Min(_text.Length, at + LongestTypeArguments);
        for (; at < end; at++)
        {
            var unit = _text[at];
            if (unit is '<')
                depth++;
            else if (unit is '>' && --depth == 0)
                return at + 1;
            else if (unit is not ('>' or '.' or ',' or ' ' or '?' or '[' or ']' or ':') && !IsNamePart(unit))
                return _text.Length;
        }

        return _text.Length;
    }

    private readonly char At(int position) => position < _text.Length ? _text[position] : '\0';

    private void ReadNumber()
    {
        var start = _at;
        while (_at < _text.Length && (IsNamePart(_text[_at]) || (_text[_at] is '.' && Peek(1) is >= '0' and <= '9')))
            _at++;

        Measure(_at - start);
        var run = _previous is ',' ? _numberRun + 1 : 1;
        Note('0', name: 0, isType: false);
        _numberRun = run;
        if (run == 8)
            _anchors.Add(new(start, _at - start, AnchorKind.Numbers, 0));
    }
}
