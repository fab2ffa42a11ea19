namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>How a scalar is read. Every kind ends in one canonical text, so that two spellings of a value are one value.</summary>
internal enum FieldKind : byte
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>An identifier: never cut, since a cut code is another code.</summary>
    Code,

    /// <summary>MaHoSo.</summary>
    DossierCode,

    /// <summary>MaTTHC.</summary>
    ProcedureCode,

    /// <summary>A whole number; anything else is a fault.</summary>
    Number,

    /// <summary>A number of an enumeration; what is no number is kept as it is, since lists differ between systems.</summary>
    Choice,

    /// <summary><c>True</c> or <c>False</c> as text.</summary>
    Flag,

    /// <summary>A time, <c>yyyyMMddHHmmss</c>.</summary>
    Date,

    /// <summary>A link to a file.</summary>
    Link,
}

/// <summary>What happens to a text that is longer than its field.</summary>
internal enum Overflow : byte
{
    /// <summary>It is cut, and a <see cref="WireNote"/> says so.</summary>
    Trim,

    /// <summary>The item is refused.</summary>
    Refuse,
}
