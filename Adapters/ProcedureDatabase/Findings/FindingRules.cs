using static DichVuCong.Contracts.Catalogue.FindingSeverity;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Everything that can be wrong with a file, a row or a text.</summary>
public static class FindingRules
{
    /// <summary>A file was read: its rows and its fingerprint.</summary>
    public static readonly FindingRule FileRead = new("file-read", Info);

    /// <summary>A file is in none of the folders; what it would say is not known.</summary>
    public static readonly FindingRule FileMissing = new("file-missing", Error);

    /// <summary>A folder that was named holds no file of the catalogue.</summary>
    public static readonly FindingRule FolderEmpty = new("folder-empty", Error);

    /// <summary>A file could not be opened or read to its end.</summary>
    public static readonly FindingRule FileUnreadable = new("file-unreadable", Error);

    /// <summary>A file cannot be understood without another, which is missing or unusable; it is left out.</summary>
    public static readonly FindingRule FileNotUsed = new("file-not-used", Error);

    /// <summary>The header lacks a column; the file is left out.</summary>
    public static readonly FindingRule ColumnMissing = new("column-missing", Error);

    /// <summary>The header has a column that nobody reads.</summary>
    public static readonly FindingRule ColumnUnknown = new("column-unknown", Info);

    /// <summary>A row has more or fewer columns than the header; it is left out.</summary>
    public static readonly FindingRule ColumnCount = new("column-count", Error);

    /// <summary>A row's quotes are wrong; it is left out.</summary>
    public static readonly FindingRule BrokenQuotes = new("broken-quotes", Error);

    /// <summary>A line is not JSON, or not an object; it is left out.</summary>
    public static readonly FindingRule BrokenJson = new("broken-json", Error);

    /// <summary>A key occurred before; the first row stays, the later is left out.</summary>
    public static readonly FindingRule DuplicateKey = new("duplicate-key", Error);

    /// <summary>A field that must be there is not; the row is left out.</summary>
    public static readonly FindingRule FieldMissing = new("field-missing", Error);

    /// <summary>A field is of another JSON type than expected; it counts as missing.</summary>
    public static readonly FindingRule FieldType = new("field-type", Warning);

    /// <summary>A code is malformed; the row is left out.</summary>
    public static readonly FindingRule WrongCode = new("wrong-code", Error);

    /// <summary>A date, time, number or word cannot be read; the row is left out.</summary>
    public static readonly FindingRule WrongValue = new("wrong-value", Error);

    /// <summary>The same thing has another name than before; the first stays.</summary>
    public static readonly FindingRule NameDiffers = new("name-differs", Warning);

    /// <summary>Spaces, no-break spaces, tabs or line ends were put in order.</summary>
    public static readonly FindingRule SpacesRepaired = new("spaces-repaired", Info);

    /// <summary>Letters written with separate marks were composed.</summary>
    public static readonly FindingRule LettersComposed = new("letters-composed", Info);

    /// <summary>A text was damaged by a wrong encoding and is kept so.</summary>
    public static readonly FindingRule LettersBroken = new("letters-broken", Warning);
}
