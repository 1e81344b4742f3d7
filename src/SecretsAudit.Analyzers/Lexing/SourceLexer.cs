using System.Runtime.CompilerServices;
using SecretsAudit.Detection.Formats;

namespace SecretsAudit.Analyzers.Lexing;

/// <summary>
/// Finds the places in C# source that may be worth a look at the syntax tree, in one pass over the characters. It is no parser: what it says is
/// checked against the tree, and what it misreads (text in an inactive <c>#if</c>) costs a look and no more.
/// </summary>
internal ref partial struct SourceLexer
{
    // Deeper nesting of interpolated strings is read as plain text.
    private const int DeepestHole = 16;
    private const int RememberedCalls = 64;
    private const int MostDoubled = 24;
    private const int LongToken = 1000;

    // What ends a line, and with it a // comment and a regular string: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/lexical-structure#632-line-terminators
    private const string NewLines = "\n\r\u0085\u2028\u2029";

    private readonly ReadOnlySpan<char> _text;
    private readonly List<SourceAnchor> _anchors;
    private readonly List<int> _names;
    private readonly int[] _calls;

    // The brackets that are open: ( [ {, or > for a parenthesis with a lambda in it.
    private readonly char[] _open;

    // How many were where an #if began: what is written for one case and for the other opens and closes the same ones.
    private readonly int[] _branches;
    private int _at;
    private int _holes;
    private int _brackets;

    // How many < of what may be type arguments are open: the parser goes into them as into brackets, and unlike brackets without a guard.
    private int _angles;

    // The same for what the parser recurses into without a bracket: a?.b?.c, not not a, #if in #if.
    private int _conditionals;
    private int _directives;
    private ulong _lastWord;
    private int _repeats;
    private int _lambdas;

    // The last token: its first character, its name's hash when it is an identifier, and how many of its kind a comma has strung together.
    private char _previous;
    private int _previousName;
    private NameTraits _previousTraits;
    private bool _previousIsType;

    // The name before an equals sign that stands last, when the name promises nothing: 0 for any other last token.
    private int _assigned;
    private int _characterRun;
    private int _numberRun;

    /// <param name="text">The source.</param>
    /// <param name="anchors">Takes the places, in the order of the text.</param>
    /// <param name="names">Takes where a credential's name stands, as an identifier or a text, in the order of the text.</param>
    public SourceLexer(ReadOnlySpan<char> text, List<SourceAnchor> anchors, List<int> names)
    {
        _text = text;
        _names = names;
        _anchors = anchors;
        _calls = new int[RememberedCalls];
        _open = new char[RememberedCalls];
        _branches = new int[RememberedCalls];
        _at = 0;
        _holes = 0;
        _brackets = 0;
        _angles = 0;
        _conditionals = 0;
        _directives = 0;
        _lastWord = 0;
        _repeats = 0;
        _lambdas = 0;
        _previous = '\0';
        _previousName = 0;
        _previousTraits = NameTraits.None;
        _previousIsType = false;
        _assigned = 0;
        _characterRun = 0;
        _numberRun = 0;
        DeepestNesting = 0;
        LambdaEffort = 0;
        Faults = 0;
        LongTokens = 0;
    }

    /// <summary>How many brackets of any kind stand inside each other at the deepest place.</summary>
    public int DeepestNesting { get; private set; }

    /// <summary>What binding the calls that are given a lambda may take: it doubles with each that stands in another, where there are two methods to choose from.</summary>
    public long LambdaEffort { get; private set; }

    /// <summary>How often the characters cannot be C#: brackets that do not match, texts without an end, marks that the language has not.</summary>
    public int Faults { get; private set; }

    /// <summary>How many characters names, numbers and texts of more than a thousand have together.</summary>
    public int LongTokens { get; private set; }

    public void Read()
    {
        ReadCode(isHole: false);
        Faults += _brackets;
    }

    [MethodImpl(HotCode.AtOnce)]
    private void ReadCode(bool isHole)
    {
        var bottom = _brackets;
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            if (unit <= ' ')
            {
                _at++;
                continue;
            }

            if (IsNameStart(unit))
            {
                ReadName();
                continue;
            }

            if (unit is >= '0' and <= '9')
            {
                ReadNumber();
                continue;
            }

            if (isHole && unit is '}' && _brackets == bottom)
                return;

            ReadPunctuation(unit);
        }
    }

    [MethodImpl(HotCode.AtOnce)]
    private void ReadPunctuation(char unit)
    {
        switch (unit)
        {
            case '/' when Peek(1) is '/':
                SkipLine();
                return;
            case '/' when Peek(1) is '*':
                SkipComment();
                return;
            case '"':
                ReadText(_at, isVerbatim: false, dollars: 0);
                return;
            case '@' or '$' when ReadPrefixedText():
                return;
            case '\'':
                ReadCharacter();
                return;
            case '#' when StartsLine():
                CountDirective();
                SkipLine();
                return;
            case '(' or '[' or '{':
                Open(unit);
                return;
            case ')' or ']' or '}':
                Close(unit);
                return;
            default:
                if (unit is '=' && Peek(1) is '>')
                    OpenLambda();
                else if (IsImpossible(unit))
                    Faults++;
                _at++;
                var assigned = unit is '=' && (_previousTraits & (NameTraits.Near | NameTraits.KeyProperty)) == NameTraits.None ? _previousName : 0;
                Note(unit, name: 0, isType: unit is '?' or '>');
                _assigned = assigned;
                return;
        }
    }

    private void Open(char unit)
    {
        if (_brackets < RememberedCalls)
        {
            _calls[_brackets] = unit is '(' && (_previousTraits & NameTraits.CallOfInterest) == NameTraits.None ? _previousName : 0;
            _open[_brackets] = unit;
        }

        _brackets++;
        DeepestNesting = Math.Max(DeepestNesting, _brackets);
        _at++;
        Note(unit, name: 0, isType: false);
    }

    private void Close(char unit)
    {
        if (_brackets == 0)
        {
            Faults++;
        }
        else if (--_brackets < RememberedCalls)
        {
            var opened = _open[_brackets];
            if (opened is '>')
                _lambdas--;
            if (unit != opened switch { '[' => ']', '{' => '}', _ => ')' })
                Faults++;
        }

        _at++;
        Note(unit, name: 0, isType: unit is ']');
    }

    private void OpenLambda()
    {
        if (_brackets is 0 or > RememberedCalls || _open[_brackets - 1] is not '(')
            return;
        _open[_brackets - 1] = '>';
        LambdaEffort += 1 << Math.Min(++_lambdas, MostDoubled);
    }

    // What is beyond ASCII may come from an encoding that we read wrong; a hole's format may hold any mark.
    private readonly bool IsImpossible(char unit) => _holes == 0 && unit switch
    {
        '#' or '$' or '`' or '\u007F' => true,
        '\\' => Peek(1) is not 'u',
        '=' => _previous is '=' && (_text[_at - 1] <= ' ' || (_at > 1 && _text[_at - 2] is '=')),
        _ => false,
    };

    [MethodImpl(HotCode.AtOnce)]
    private void Note(char first, int name, bool isType, NameTraits traits = NameTraits.None)
    {
        if (first is not ',')
        {
            _characterRun = 0;
            _numberRun = 0;
        }

        if (first is '<')
            DeepestNesting = Math.Max(DeepestNesting, ++_angles);
        else if (first is '>')
            _angles = Math.Max(0, _angles - 1);
        else if (first is ';' or '{' or '}')
            _angles = _conditionals = 0;
        else if (first is '?' && At(_at) is '.' or '[')
            DeepestNesting = Math.Max(DeepestNesting, ++_conditionals);
        else if (first is not ('.' or ',' or '?' or ':' or '[' or ']' or '(' or ')' or '*' or '@') && !IsNameStart(first))
            _angles = 0;

        if (!IsNameStart(first))
            _lastWord = 0;

        _previous = first;
        _previousName = name;
        _previousTraits = traits;
        _previousIsType = isType;
        _assigned = 0;
    }

    private void Measure(int length)
    {
        if (length > LongToken)
            LongTokens += length;
    }

    private readonly int EnclosingCall() =>
        _previous is '(' or ',' && _brackets is > 0 and <= RememberedCalls ? _calls[_brackets - 1] : 0;

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void SkipLine()
    {
        var end = _text.Slice(_at).IndexOfAny(NewLines.AsSpan());
        _at = end < 0 ? _text.Length : _at + end + 1;
    }

    private void SkipComment()
    {
        var end = _text.Slice(_at + 2).IndexOf("*/".AsSpan(), StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : _at + end + 4;
    }

    private void CountDirective()
    {
        var directive = _text.Slice(_at + 1).TrimStart(' ');
        if (directive.StartsWith("if".AsSpan(), StringComparison.Ordinal))
        {
            if (_directives < RememberedCalls)
                _branches[_directives] = _brackets;
            DeepestNesting = Math.Max(DeepestNesting, ++_directives);
        }
        else if (directive.StartsWith("el".AsSpan(), StringComparison.Ordinal) && _directives is > 0 and <= RememberedCalls)
        {
            _brackets = _branches[_directives - 1];
        }
        else if (directive.StartsWith("endif".AsSpan(), StringComparison.Ordinal))
        {
            _directives = Math.Max(0, _directives - 1);
        }
    }

    private readonly bool StartsLine()
    {
        var at = _at - 1;
        while (at >= 0 && _text[at] is ' ' or '\t')
            at--;
        return at < 0 || IsNewLine(_text[at]) || _text[at] is '\uFEFF';
    }

    private static bool IsNewLine(char unit) => unit is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsNameStart(char unit) => unit < 128 ? unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' : char.IsLetter(unit);

    /// <summary>Whether a character may stand in a name behind its first.</summary>
    internal static bool IsNamePart(char unit) =>
        unit < 128 ? unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9') : char.IsLetterOrDigit(unit);
}
