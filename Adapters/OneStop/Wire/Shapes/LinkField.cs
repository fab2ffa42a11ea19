using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>
/// A link to a file. Links expire and are made anew for the same file, so the content's hash knows the file by its id; only a file without
/// an id is known by its link.
/// </summary>
internal sealed class LinkField<T>(string name, FieldRule rule, PropertyInfo property, PropertyInfo? identity) : ShapeField<T>(name, rule)
    where T : class
{
    private const string Present = "link";
    private readonly Func<T, string?> _get = Getter<string?>(property);
    private readonly Action<T, string?> _set = Setter<string?>(property);
    private readonly Func<T, string?>? _identity = identity is null ? null : Getter<string?>(identity);

    public override void Read(T target, WireNode node, ReadContext context) => _set(target, FieldReader.Read(node, Name, Rule, context));

    public override void Write(JsonTextWriter writer, T source) => writer.WriteValue(_get(source) ?? "");

    public override void WriteCanonical(JsonTextWriter writer, T source) =>
        writer.WriteValue(string.IsNullOrEmpty(_identity?.Invoke(source)) ? _get(source) : Present);

    public override bool IsEmpty(T source) => string.IsNullOrEmpty(_get(source));
}
