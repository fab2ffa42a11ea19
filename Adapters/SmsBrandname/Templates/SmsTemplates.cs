namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// The texts that are registered with a provider. A message is compared with them before it is sent: what matches none would be refused, and
/// some providers take the parameters' values in place of the text.
/// </summary>
internal sealed class SmsTemplates
{
    private readonly List<Shape> _shapes;

    /// <summary>Prepares templates.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="unicode">Whether texts keep their diacritics.</param>
    /// <exception cref="ArgumentException">A template is none; the message names it.</exception>
    public SmsTemplates(IReadOnlyList<SmsTemplate> templates, bool unicode) => _shapes = [.. templates.Select(template => Shape.Of(template, unicode))];

    /// <summary>Whether none are registered: the provider takes any text, or checks it by itself.</summary>
    public bool IsEmpty => _shapes.Count == 0;

    /// <summary>What is wrong with templates, each naming its field; empty when nothing is.</summary>
    public static IEnumerable<string> Validate(IReadOnlyList<SmsTemplate> templates)
    {
        foreach (var (index, template) in templates.Index())
        {
            if (string.IsNullOrWhiteSpace(template.Id)) yield return $"Templates[{index}].Id is required.";
            if (Shape.ErrorOf(template.Text) is { } error) yield return $"Templates[{index}].Text {error}";
        }

        if (templates.DistinctBy(template => template.Id, StringComparer.Ordinal).Count() < templates.Count) yield return "Templates must have different Ids.";
    }

    /// <summary>The template that a text was made from, and its values; null when there is none.</summary>
    public SmsTemplateMatch? Match(string text)
    {
        foreach (var shape in _shapes)
        {
            if (shape.ValuesIn(text) is { } values) return new SmsTemplateMatch(shape.Id, values);
        }

        return null;
    }

    /// <summary>What stands between the parameters of a text, and around them.</summary>
    private sealed record Shape(string Id, IReadOnlyList<string> Literals)
    {
        public static Shape Of(SmsTemplate template, bool unicode)
        {
            if (ErrorOf(template.Text) is { } error) throw new ArgumentException($"The text of template {template.Id} {error}", nameof(template));
            var text = unicode ? SmsAlphabet.Unicode(template.Text) : SmsAlphabet.Plain(template.Text);
            return new Shape(template.Id, Split(text));
        }

        /// <summary>What is wrong with a text.</summary>
        public static string? ErrorOf(string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) return "is required.";
            var isOpen = false;
            var name = 0;
            for (var place = 0; place < text.Length; place++)
            {
                if (text[place] == '{')
                {
                    if (isOpen) return "has a brace within braces.";
                    (isOpen, name) = (true, 0);
                }
                else if (text[place] == '}')
                {
                    if (!isOpen || name == 0) return "has a closing brace without a name before it.";
                    if (place + 1 < text.Length && text[place + 1] == '{') return "has two parameters with nothing between them.";
                    isOpen = false;
                }
                else if (isOpen)
                {
                    if (!char.IsAsciiLetterOrDigit(text[place])) return "has a parameter whose name is not made of letters and digits.";
                    name++;
                }
            }

            return isOpen ? "has a brace that is not closed." : null;
        }

        /// <summary>The values of the parameters, each as short as can be and none empty; null when the text has another shape.</summary>
        public List<string>? ValuesIn(string text)
        {
            if (!text.StartsWith(Literals[0], StringComparison.Ordinal)) return null;
            var values = new List<string>(Literals.Count - 1);
            var place = Literals[0].Length;
            for (var index = 1; index < Literals.Count; index++)
            {
                var isLast = index == Literals.Count - 1;
                var end = isLast ? EndOf(text, Literals[index], place) : Find(text, Literals[index], place);
                if (end <= place) return null;
                values.Add(text[place..end]);
                place = end + Literals[index].Length;
            }

            return place == text.Length ? values : null;
        }

        private static int Find(string text, string literal, int from) => from < text.Length ? text.IndexOf(literal, from + 1, StringComparison.Ordinal) : -1;

        private static int EndOf(string text, string literal, int from) =>
            text.EndsWith(literal, StringComparison.Ordinal) && text.Length - literal.Length > from ? text.Length - literal.Length : -1;

        private static List<string> Split(string text)
        {
            var literals = new List<string>();
            var place = 0;
            for (var brace = text.IndexOf('{', StringComparison.Ordinal); brace >= 0; brace = text.IndexOf('{', place))
            {
                literals.Add(text[place..brace]);
                place = text.IndexOf('}', brace) + 1;
            }

            literals.Add(text[place..]);
            return literals;
        }
    }
}
