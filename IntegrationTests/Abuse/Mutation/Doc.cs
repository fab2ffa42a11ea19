using System.Text;
using System.Text.Json;

namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>
/// JSON that may be wrong on purpose: members in any order and number, names and leaves as the text that is written, whatever it is.
/// </summary>
internal abstract class Doc
{
    /// <summary>Reads a valid document.</summary>
    public static Doc Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>The document as text.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    /// <summary>A copy that shares nothing.</summary>
    public abstract Doc Copy();

    /// <summary>Every place in which a part of this document stands.</summary>
    public IEnumerable<Slot> Slots() => Children().SelectMany(slot => slot.Value.Slots().Prepend(slot));

    protected abstract void WriteTo(StringBuilder text);

    protected abstract IEnumerable<Slot> Children();

    private static Doc Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new Members([.. value.EnumerateObject().Select(member => (Leaf.Quote(member.Name), Of(member.Value)))]),
        JsonValueKind.Array => new Entries([.. value.EnumerateArray().Select(Of)]),
        _ => new Leaf(value.GetRawText()),
    };

    /// <summary>A place in which a part stands.</summary>
    /// <param name="Holder">What holds it.</param>
    /// <param name="Index">Where.</param>
    internal readonly record struct Slot(Doc Holder, int Index)
    {
        /// <summary>What stands there.</summary>
        public Doc Value => Holder is Members members ? members.List[Index].Value : ((Entries)Holder).List[Index];

        /// <summary>Puts something else there.</summary>
        public void Put(Doc value)
        {
            if (Holder is Members members) members.List[Index] = (members.List[Index].Name, value);
            else ((Entries)Holder).List[Index] = value;
        }
    }

    /// <summary>An object: names as they are written, with their quotes.</summary>
    internal sealed class Members(List<(string Name, Doc Value)> list) : Doc
    {
        public List<(string Name, Doc Value)> List { get; } = list;

        public override Doc Copy() => new Members([.. List.Select(member => (member.Name, member.Value.Copy()))]);

        protected override IEnumerable<Slot> Children() => Enumerable.Range(0, List.Count).Select(index => new Slot(this, index));

        protected override void WriteTo(StringBuilder text)
        {
            text.Append('{');
            for (var i = 0; i < List.Count; i++)
            {
                if (i > 0) text.Append(',');
                text.Append(List[i].Name).Append(':');
                List[i].Value.WriteTo(text);
            }

            text.Append('}');
        }
    }

    /// <summary>An array.</summary>
    internal sealed class Entries(List<Doc> list) : Doc
    {
        public List<Doc> List { get; } = list;

        public override Doc Copy() => new Entries([.. List.Select(entry => entry.Copy())]);

        protected override IEnumerable<Slot> Children() => Enumerable.Range(0, List.Count).Select(index => new Slot(this, index));

        protected override void WriteTo(StringBuilder text)
        {
            text.Append('[');
            for (var i = 0; i < List.Count; i++)
            {
                if (i > 0) text.Append(',');
                List[i].WriteTo(text);
            }

            text.Append(']');
        }
    }

    /// <summary>Anything else, as it is written.</summary>
    internal sealed class Leaf(string text) : Doc
    {
        public string Text { get; } = text;

        /// <summary>A text as a JSON string with its letters as they are; half a surrogate becomes an escape.</summary>
        public static string Quote(string value)
        {
            var quoted = new StringBuilder("\"", value.Length + 2);
            foreach (var letter in value)
            {
                if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
                else if (letter < ' ' || char.IsSurrogate(letter)) quoted.Append("\\u").Append(((int)letter).ToString("x4"));
                else quoted.Append(letter);
            }

            return quoted.Append('"').ToString();
        }

        public override Doc Copy() => this;

        protected override IEnumerable<Slot> Children() => [];

        protected override void WriteTo(StringBuilder text) => text.Append(Text);
    }
}
