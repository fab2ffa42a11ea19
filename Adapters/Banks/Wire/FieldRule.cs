using System.Globalization;

namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>How a field's text must be made.</summary>
internal enum FieldForm : byte
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A code: letters without marks, digits, and any of <c>. - _</c>.</summary>
    Code,

    /// <summary>A positive amount in whole đồng.</summary>
    Amount,

    /// <summary>A time as <c>yyyyMMddHHmmss</c>.</summary>
    Time,
}

/// <summary>What must hold for one field of a partner's message.</summary>
/// <param name="Name">The field, as the partner spells it.</param>
/// <param name="MaxLength">The most characters.</param>
/// <param name="Required">Whether it must have a value.</param>
/// <param name="Form">How its text must be made.</param>
/// <param name="Literal">The one value that it may have; null for any.</param>
internal sealed record FieldRule(
    string Name, int MaxLength, bool Required = true, FieldForm Form = FieldForm.Text, string? Literal = null)
{
    /// <summary>What is wrong first with an object's fields; null when nothing is.</summary>
    /// <param name="rules">The rules of its fields.</param>
    /// <param name="message">The message's name in the fault's code.</param>
    /// <param name="json">The object.</param>
    /// <param name="path">What stands before the fields' names where it is nested.</param>
    public static PartnerFault? FirstFault(IEnumerable<FieldRule> rules, string message, PartnerObject json, string path = "") =>
        rules.Select(rule => rule.Check(message, path, json.Text(rule.Name))).FirstOrDefault(fault => fault is not null);

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    /// <param name="message">The message's name in the fault's code.</param>
    /// <param name="path">What stands before the field's name where it is nested.</param>
    /// <param name="value">The value.</param>
    public PartnerFault? Check(string message, string path, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Required ? Fault("missing", "là bắt buộc nhưng không có giá trị") : null;
        if (value.Length > MaxLength) return Fault("tooLong", string.Create(CultureInfo.InvariantCulture, $"dài quá {MaxLength} ký tự"));
        if (Literal is not null && value != Literal) return Fault("malformed", $"phải là {Literal}");
        return FieldForms.Broken(Form, value) is { } rule ? Fault("malformed", rule) : null;

        PartnerFault Fault(string rule, string text) => new($"{message}.{Name}.{rule}", path + Name, $"Trường {path}{Name} {text}.");
    }
}
