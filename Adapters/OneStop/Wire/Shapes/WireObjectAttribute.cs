namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>Names the wire object that a type is: its row in the table of field rules, and the first part of its faults' codes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WireObjectAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
