namespace DichVuCong.Registries.Operations.Work;

/// <summary>A step that cannot be taken; the message names the field and the rule, in Vietnamese.</summary>
/// <param name="field">The field.</param>
/// <param name="message">The rule.</param>
public sealed class WorkException(string field, string message) : Exception(message)
{
    /// <summary>The field that is wrong.</summary>
    public string Field { get; } = field;
}
